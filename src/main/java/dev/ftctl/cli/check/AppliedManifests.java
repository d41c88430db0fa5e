package dev.ftctl.cli.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Freshness;
import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.apply.Pace;
import dev.ftctl.check.Given;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Intent.SetupTests;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.IntentPatterns;
import dev.ftctl.walk.PlanRequest;
import dev.ftctl.walk.Walk;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Manifests that an account is given as if they had been applied and everything went well: setup
/// tests pass, private links are there at once, and the sources have what the manifests name.
record AppliedManifests(Run run, ReadRequest request, Given given, Stage stage) {

  private static final String CONNECTOR = "connector";
  private static final String SETTINGS = "schema-settings";
  private static final String PASS = "pass_setup_tests";
  private static final int PARALLELISM = 4;
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private static final List<Allowance> ANYTHING =
      Arrays.stream(Risk.values()).map(risk -> new Allowance(risk, AddressPattern.ALL)).toList();

  private static final Map<String, Integer> LIMITS =
      Map.of(
          "max_deletes", NO_LIMIT,
          "max_resyncs", NO_LIMIT,
          "max_revokes", NO_LIMIT,
          "max_pauses", NO_LIMIT);

  private static final List<AddressPattern> ALL = List.of(AddressPattern.ALL);

  /// @throws dev.ftctl.model.problem.ManifestException when the manifests are wrong, or can't be
  ///   applied to this account
  void apply() {
    KindList kinds = run.kinds().get();
    Desired desired = Manifests.read(request, kinds);
    String pin = desired.project().account();
    if (!pin.isEmpty()) {
      stage.info(info -> info.put("account_id", pin));
    }
    stage.info(info -> info.put(PASS, true));
    stage.linksAreThere(true);
    try (Account account = stage.account(true)) {
      Plan plan = carryOut(desired, account, IntentPatterns.PLAIN);
      if (completes(desired, plan.ids())) {
        carryOut(desired, account, new IntentPatterns(List.of(), ALL, SetupTests.AUTO));
      }
    }
    stage.info(info -> info.putNull(PASS));
    stage.linksAreThere(false);
  }

  private Plan carryOut(Desired desired, Account account, IntentPatterns intent) {
    var walk = new Walk(run.kinds().get());
    var source = new DesiredSource.Known(desired);
    var asked =
        new PlanRequest(source, intent, false, ANYTHING, LIMITS)
            .handingOut((any, id) -> Handouts.FORGOTTEN);
    Plan plan = walk.plan(asked, any -> account, ReadingObserver.NONE).plan();
    plan.changes().stream()
        .filter(PlannedChange::isBlocked)
        .findFirst()
        .ifPresent(blocked -> {
          throw unapplied(blocked.change().address() + " is blocked: " + reasons(blocked));
        });
    Outcomes outcomes =
        walk.apply(
            plan,
            account,
            Pace.of(PARALLELISM),
            ApplyObserver.NONE,
            Freshness.UNASKED,
            stopping -> {});
    outcomes.outcomes().stream()
        .flatMap(outcome -> failure(outcome).stream())
        .findFirst()
        .ifPresent(why -> {
          throw unapplied(why);
        });
    return plan;
  }

  private static String reasons(PlannedChange blocked) {
    Stream<String> problems =
        blocked.change().findings().problems().stream()
            .filter(Problem::isError)
            .map(Problem::message);
    Stream<String> blocks = blocked.blocks().stream().map(PlannedChange.Block::reason);
    return Stream.concat(blocks, problems)
        .distinct()
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }

  private static Optional<String> failure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> Optional.of(failed.step() + ": " + failed.message());
      case Outcome.Broken broken -> Optional.of(broken.step() + ": " + broken.defect());
      case Outcome.Overtaken overtaken -> Optional.of(overtaken.step() + ": " + overtaken.why());
      case Outcome.Unfinished unfinished -> Optional.empty();
      case Outcome.Done done -> Optional.empty();
      case Outcome.Held held -> Optional.empty();
      case Outcome.Waiting waiting -> Optional.empty();
      case Outcome.Skipped skipped -> Optional.empty();
    };
  }

  private RuntimeException unapplied(String why) {
    return GivenAccounts.wrong(
        given,
        "the manifests that are given can't be applied: " + why,
        "mend them, or describe the account with 'account'");
  }

  /// Gives the sources what the settings name; gives back whether there is any.
  private boolean completes(Desired desired, Ids ids) {
    ObjectNode sources = JsonNodeFactory.instance.objectNode();
    for (Resource resource : desired.planned()) {
      ObjectNode named =
          resource.address().kind().equals(SETTINGS)
              ? AccountNodes.named(resource.spec())
              : JsonNodeFactory.instance.objectNode();
      if (!named.isEmpty()) {
        ids.find(resource.address().withKind(CONNECTOR))
            .ifPresent(id -> sources.putObject(id.value()).set("add", named));
      }
    }
    if (sources.isEmpty()) {
      return false;
    }
    stage.control().mergeAccount(JsonNodeFactory.instance.objectNode().set("sources", sources));
    return true;
  }
}
