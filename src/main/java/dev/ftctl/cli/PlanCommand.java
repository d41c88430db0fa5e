package dev.ftctl.cli;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.NowFlag;
import dev.ftctl.cli.flags.PlanFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Forms;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Version;
import dev.ftctl.cli.telling.Forge;
import dev.ftctl.cli.telling.QuotaTelling;
import dev.ftctl.cli.telling.Warnings;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.impact.DbtManifest;
import dev.ftctl.impact.Impacts;
import dev.ftctl.manifest.ChangedDocuments;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.SavedPlan;
import dev.ftctl.render.StoppedMarkdown;
import dev.ftctl.render.plan.PlanJson;
import dev.ftctl.render.plan.PlanMarkdown;
import dev.ftctl.render.plan.PlanReport;
import dev.ftctl.render.plan.PlanText;
import dev.ftctl.walk.PlanRequest;
import dev.ftctl.walk.Planned;
import dev.ftctl.walk.PolicyCheck;
import dev.ftctl.walk.SavedPlanFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ftctl plan`: desired against live. Sends nothing but GET.
@Command(name = "plan", addMethodSubcommands = false, description = "Show what apply would change.")
public final class PlanCommand implements Callable<Integer>, CommonFlags.WithFormats {

  @Spec CommandSpec spec;

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Mixin PlanFlags flags = new PlanFlags();

  @Mixin HandoutFlags handouts = new HandoutFlags();

  @Mixin NowFlag now = new NowFlag();

  @Mixin DbtFlags dbt = new DbtFlags();

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

  private final Forms<PlanReport> forms =
      Forms.<PlanReport>text(this::text)
          .with(Format.JSON, PlanJson::of)
          .with(Format.MARKDOWN, this::markdown);

  private final Run run;

  public PlanCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return forms.formats();
  }

  @Override
  public Optional<String> stopped(Format format, List<Problem> problems) {
    var pin = KnownPin.of(run, manifests, now);
    return Optional.of(
        StoppedMarkdown.PLAN.of(
            pin.account(), pin.environment(), problems, new Forge(run.console()).links()));
  }

  @Override
  public Integer call() {
    if (out.isEmpty()) {
      return plan(Optional.empty());
    }
    manifests.uncached();
    Path file = run.console().folder().resolve(out);
    try (var saving = NamedOutput.open(run.console().disk(), file)) {
      return plan(Optional.of(saving));
    }
  }

  private int plan(Optional<NamedOutput> saving) {
    Instant time = now.instant(run.console().clock());
    var warnings = new Warnings(run, common);
    Optional<DbtManifest> manifest = dbt.manifest(run);
    try (var account = AccountOpening.beside(warnings::tell, this::mayBegin, this::opened)) {
      PlanRequest request = arguments().request(run, time).handingOut(handouts.of(run));
      Planned planned = new ObservedWalk(run, common).plan(request, account);
      Plan plan = planned.plan();
      Desired desired = planned.desired();
      handouts.require(run, plan, desired);
      warnings.tell(planned.named(), desired.sources());
      warnings.tellUncovered(planned.uncovered(), desired.sources());
      Impacts impacts = DbtFlags.impacts(run, plan, plan, manifest);
      PolicyFindings policies =
          new PolicyCheck(desired, run.kinds().get(), time).of(plan, plan, impacts);
      // In the order of apply, which looks for secrets only once nothing else stands in the way.
      Plan sent = flags.skipsBlocked ? plan.withoutBlocked() : plan;
      boolean needsSecrets = flags.requiresSecrets && !policies.isRefusal() && !sent.isBlocked();
      ExitCode code =
          needsSecrets && Warnings.missesSecrets(sent)
              ? ExitCode.INVALID
              : flags.skipsBlocked
                  ? ExitCode.ofPlanWithoutBlocked(plan, policies, isDetailed)
                  : ExitCode.ofPlan(plan, policies, isDetailed);
      var report =
          PlanReport.of(plan, policies, planned.account().quotas(), impacts, code.number());
      run.summary().of(plan.header().account());
      run.summary().differs(plan.hasChanges());
      run.summary().closes(report.closing());
      print(report);
      new QuotaTelling(run, common).tell(plan, planned.account(), 2);
      warnings.tellMissingSecrets(sent, desired.sources(), needsSecrets);
      saving.ifPresent(file -> save(planned, report, file));
      return code.number();
    }
  }

  /// Whether the account may be opened before it is known whether the manifests are right.
  private boolean mayBegin(Environment environment) {
    return accounts.isPlain(run, environment)
        && common.logFile(run.console()).isEmpty()
        && !common.isVeryVerbose();
  }

  private AccountFlags.Opened opened(Environment environment) {
    return accounts.open(run, false, Wire.of(run, common), environment);
  }

  private String markdown(PlanReport report) {
    return PlanMarkdown.of(report, new Forge(run.console()).links());
  }

  private String text(PlanReport report) {
    return PlanText.of(report, flags.look(run, common));
  }

  private void print(PlanReport report) {
    common.print(run.output(), forms.of(common.format, report));
  }

  /// With the command line that the plan is made again with.
  private void save(Planned planned, PlanReport report, NamedOutput file) {
    Path folder = run.console().folder();
    Desired desired = planned.desired();
    SavedLine line =
        SavedLine.typed(spec)
            .since(desired.changed().map(ChangedDocuments::commit).orElse(""))
            .saved(desired.project().file(), folder);
    var saved = SavedPlan.of(planned.plan(), run.kinds().get(), line.arguments(), Version.text());
    new SavedPlanFile(folder, run.redaction()).write(saved, PlanJson.of(report), file);
    var apply = new ArrayList<>(List.of("ftctl apply", ShellWord.of(out)));
    line.toRepeat(spec, folder).forEach(option -> apply.add(ShellWord.of(option)));
    run.output().tell("The plan is saved; run: " + String.join(" ", apply));
  }

  PlanArguments arguments() {
    return new PlanArguments(manifests, flags, accounts.isSandbox);
  }
}
