package dev.ftctl.cli;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.live.Reach;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.TableFields;
import dev.ftctl.manifest.Traced;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.render.plan.ExplainJson;
import dev.ftctl.render.plan.ExplainText;
import dev.ftctl.render.plan.Explanation;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.PlanRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl explain`: why a resource, or one field of it, is as it is. Sends GETs only.
@Command(
    name = "explain",
    description =
        "Show where values come from, what the account has, and what a plan would change.")
public final class ExplainCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ProjectFlags project = new ProjectFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Parameters(
      paramLabel = "ADDRESS[.FIELD]",
      description =
          "A resource (connector/orders@prod; without a group all instances), or one field of it"
              + " (connector/orders@prod.config.host).")
  String asked = "";

  @Option(names = "--offline", description = "Only where values come from: no account is read.")
  boolean isOffline;

  private final Run run;

  public ExplainCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    Traced traced = Manifests.readTracing(project.request(run), run.kinds().get());
    AskedField field = AskedField.of(asked, traced.desired().resources());
    if (isOffline) {
      print(explained(traced, field, Map.of()));
      return ExitCode.OK.number();
    }
    Set<String> addresses =
        field.resources().stream()
            .map(resource -> resource.address().toString())
            .collect(Collectors.toSet());
    var request =
        PlanRequest.of(new DesiredSource.Known(traced.desired()))
            .reaching(new Reach.Only(addresses));
    try (var account = new AccountOpening(this::opened)) {
      Map<Address, PlannedChange> planned =
          new ObservedWalk(run, common)
              .plan(request, account).plan().changes().stream()
                  .collect(
                      Collectors.toMap(
                          one -> one.change().address(), Function.identity(), (a, b) -> a));
      print(explained(traced, field, planned));
    }
    return ExitCode.OK.number();
  }

  private AccountFlags.Opened opened(Desired desired) {
    return accounts.open(run, false, Wire.of(run, common), desired.project().environment());
  }

  private List<Explanation> explained(
      Traced traced, AskedField field, Map<Address, PlannedChange> planned) {
    return field.resources().stream()
        .map(resource -> field.in(whole(traced, resource, planned)))
        .toList();
  }

  private Explanation whole(Traced traced, Resource resource, Map<Address, PlannedChange> planned) {
    var kind = run.kinds().get().ofSlug(resource.address().kind()).definition();
    return new Explanation(
        traced,
        resource,
        new TableFields(kind, resource),
        FieldPath.ROOT,
        Optional.ofNullable(planned.get(resource.address())));
  }

  private void print(List<Explanation> all) {
    common.print(
        run.output(),
        common.isJson()
            ? ExplainJson.of(all)
            : ExplainText.of(all, common.outPaint(run.console())));
  }
}
