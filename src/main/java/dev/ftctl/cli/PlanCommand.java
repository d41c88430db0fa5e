package dev.ftctl.cli;

import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.PlanJson;
import dev.ftctl.render.PlanLook;
import dev.ftctl.render.PlanMarkdown;
import dev.ftctl.render.PlanReport;
import dev.ftctl.render.PlanText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ftctl plan`: desired against live. Sends nothing but GET.
@Command(name = "plan", description = "Show what apply would change.")
public final class PlanCommand implements Callable<Integer>, CommonFlags.WithFormats {

  @Spec CommandSpec spec;

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Mixin PlanFlags flags = new PlanFlags();

  @Mixin NowFlag now = new NowFlag();

  @Option(
      names = "--detailed-exitcode",
      description = "Exit 2 when changes are pending and all allowed.")
  boolean isDetailed;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      defaultValue = "",
      description = "Save the plan, for: ftctl apply FILE.")
  String out = "";

  private final Run run;

  public PlanCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<CommonFlags.Format> formats() {
    return Set.of(CommonFlags.Format.MARKDOWN);
  }

  @Override
  public Integer call() {
    Instant time = now.instant(run.console().clock());
    var walk = new Walk(run, common, manifests, flags);
    var warnings = new Warnings(run, common);
    Desired desired = walk.read(time);
    warnings.tell(desired);
    try (AccountFlags.Opened opened =
        accounts.open(run, false, Wire.of(run, common), desired.project().environment())) {
      Plan plan = walk.plan(desired, opened.account());
      warnings.tellUncovered(walk.uncovered(desired, plan), desired.sources());
      PolicyFindings policies = new PolicyCheck(desired, run.kinds().get(), time).of(plan, plan);
      // In the order of apply, which looks for secrets only once nothing else stands in the way.
      Plan sent = flags.skipsBlocked ? plan.withoutBlocked() : plan;
      boolean needsSecrets = flags.requiresSecrets && !policies.isRefusal() && !sent.isBlocked();
      ExitCode code =
          needsSecrets && Warnings.missesSecrets(sent)
              ? ExitCode.INVALID
              : ExitCode.ofPlan(plan, policies, isDetailed);
      var report = PlanReport.of(plan, policies, opened.account().quotas(), code.number());
      print(report);
      new QuotaTelling(run, common).tell(plan, opened.account(), 2);
      warnings.tellMissingSecrets(sent, desired.sources(), needsSecrets);
      if (!out.isEmpty()) {
        new SavedPlanFile(run).write(plan, report, arguments(), out);
      }
      return code.number();
    }
  }

  private void print(PlanReport report) {
    run.output()
        .result(
            switch (common.format) {
              case JSON -> PlanJson.of(report);
              case MARKDOWN -> PlanMarkdown.of(report);
              default -> PlanText.of(report, look(run, common, flags));
            });
  }

  static PlanLook look(Run run, CommonFlags common, PlanFlags flags) {
    return new PlanLook(
        common.outPaint(run.console()), flags.isExpanded, flags.showsUnmanaged, common.isQuiet);
  }

  /// The command line that a saved plan is made again with.
  private List<String> arguments() {
    return spec.commandLine().getParseResult().originalArgs();
  }
}
