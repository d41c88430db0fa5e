package dev.ftctl.cli;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.NowFlag;
import dev.ftctl.cli.flags.PlanFlags;
import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.pace.SettleFlag;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Version;
import dev.ftctl.cli.telling.ApplyProgress;
import dev.ftctl.cli.telling.ApplyTelling;
import dev.ftctl.cli.telling.Approval;
import dev.ftctl.cli.telling.Forge;
import dev.ftctl.cli.telling.SpentException;
import dev.ftctl.cli.telling.Warnings;
import dev.ftctl.fivetran.Account;
import dev.ftctl.impact.DbtManifest;
import dev.ftctl.impact.Impacts;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.SavedPlan;
import dev.ftctl.render.PlaceLinks;
import dev.ftctl.render.StoppedMarkdown;
import dev.ftctl.render.outcome.OutcomeText;
import dev.ftctl.render.plan.PlanJson;
import dev.ftctl.render.plan.PlanMarkdown;
import dev.ftctl.render.plan.PlanReport;
import dev.ftctl.walk.Journal;
import dev.ftctl.walk.PlanRequest;
import dev.ftctl.walk.Planned;
import dev.ftctl.walk.PolicyCheck;
import dev.ftctl.walk.Portion;
import dev.ftctl.walk.SavedPlanFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ftctl apply`: plans, shows, asks, executes, and looks back.
@Command(
    name = "apply",
    description = "Make the account as the manifests say, or carry out a saved plan (apply FILE).")
public final class ApplyCommand implements Callable<Integer>, CommonFlags.WithFormats {

  private static final String NO_JOURNAL = "none";

  @Spec CommandSpec spec;

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin ManifestFlags manifests = new ManifestFlags();
  @Mixin AccountFlags accounts = new AccountFlags();

  @Mixin PlanFlags flags = new PlanFlags();
  @Mixin HandoutFlags handouts = new HandoutFlags();
  @Mixin SettleFlag settle = new SettleFlag();

  @Mixin NowFlag now = new NowFlag();

  @Mixin DbtFlags dbt = new DbtFlags();

  @Option(
      names = {"-y", "--yes", "--auto-approve"},
      description = "Do not ask.")
  boolean isApproved;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Write what was done as JSON, also after a failure.")
  String report = "";

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Append every write as JSON (default: .ftctl/journal.jsonl); none for nowhere.")
  String journal = "";

  @Option(
      names = "--record",
      description =
          "Note the revision that was applied, for --base auto, when all of it was. Pushes"
              + " nothing.")
  boolean isRecorded;

  private final Run run;

  /// The plan, as soon as it is known.
  private Optional<PlanReport> shown = Optional.empty();

  /// When the account had been read last.
  private Instant looked = Instant.MIN;

  public ApplyCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return Set.of(Format.MARKDOWN);
  }

  /// With the plan below, where there is one: what was not done, and what stands against it.
  @Override
  public Optional<String> stopped(Format format, List<Problem> problems) {
    var pin = KnownPin.of(run, manifests, now);
    PlaceLinks links = new Forge(run.console()).links();
    String stopped = StoppedMarkdown.APPLY.of(pin.account(), pin.environment(), problems, links);
    return Optional.of(
        stopped + shown.map(plan -> "\n" + PlanMarkdown.below(plan, links)).orElse(""));
  }

  @Override
  public Integer call() {
    try (var telling = new ApplyTelling(run, common, report)) {
      return apply(telling).number();
    }
  }

  private ExitCode apply(ApplyTelling telling) {
    try {
      return SpentException.instead(() -> apply(saved(), telling));
    } catch (RuntimeException failure) {
      telling.stopped(failure);
      throw failure;
    }
  }

  /// All of the plan, or what a plan file holds, when the only path is one.
  private Optional<Portion.Saved> saved() {
    return manifests.paths.size() == 1
        ? new SavedPlanFile(run.console().folder(), run.redaction())
            .read(manifests.paths.getFirst())
        : Optional.empty();
  }

  /// A saved plan brings the command line that it was made with; how the account is reached is this
  /// command's own.
  private ExitCode apply(Optional<Portion.Saved> saved, ApplyTelling telling) {
    Portion portion = saved.<Portion>map(one -> one).orElseGet(Portion.All::new);
    Optional<SavedLine> line = saved.map(one -> new SavedLine(one.plan().arguments()));
    line.ifPresent(
        brought -> brought.requireFitting(SavedLine.typed(spec), run.console().folder()));
    PlanArguments asked =
        line.map(brought -> brought.read(run, manifests))
            .orElseGet(() -> new PlanArguments(manifests, flags, accounts.isSandbox));
    asked.manifests().uncached();
    accounts.isSandbox |= asked.isSandbox();
    Instant time = now.instant(run.console().clock());
    Optional<DbtManifest> manifest = dbt.manifest(run);
    var recording = new Recording(run, isRecorded);
    try (var account =
        new AccountOpening(desired -> {
          recording.begin(desired, asked.flags().skipsBlocked);
          return opened(desired, line, telling);
        })) {
      PlanRequest request = request(asked, time).reaching(portion.reach());
      Planned planned = walk().plan(request, account);
      looked = run.console().clock().instant();
      new Warnings(run, common).tell(planned.named(), planned.desired().sources());
      telling.uncovered(planned, portion);
      Plan plan = portion.exactlyOf(planned.plan(), run.kinds().get(), Version.text(), this::shown);
      handouts.requireApplied(run, plan, planned.desired());
      var check = new PolicyCheck(planned.desired(), run.kinds().get(), time);
      Impacts impacts = DbtFlags.impacts(run, planned.plan(), plan, manifest);
      PlanReport report = report(plan, check.of(plan, plan, impacts), impacts, planned.account());
      shown = Optional.of(report);
      run.summary().of(plan.header().account());
      run.summary().differs(plan.hasChanges());
      telling.plan(plan, report, asked.flags(), planned.account());
      return carryOut(planned, plan, portion, asked.flags().skipsBlocked, telling, recording);
    }
  }

  private PlanRequest request(PlanArguments asked, Instant time) {
    PlanRequest request = asked.request(run, time).handingOut(handouts.of(run));
    return isRecorded ? request.recording() : request;
  }

  private static PlanReport report(
      Plan plan, PolicyFindings findings, Impacts impacts, Account account) {
    int code = ExitCode.ofPlan(plan, findings, false).number();
    return PlanReport.of(plan, findings, account.quotas(), impacts, code);
  }

  /// As a plan file shows it.
  private String shown(Plan plan) {
    return run.redaction().mask(PlanJson.of(PlanReport.of(plan, 0)));
  }

  private AccountFlags.Opened opened(
      Desired desired, Optional<SavedLine> line, ApplyTelling telling) {
    line.ifPresent(
        brought -> brought.requireProject(desired.project().file(), run.console().folder()));
    telling.warnings(desired);
    AccountFlags.Opened opened =
        accounts.open(run, true, Wire.of(run, common), desired.project().environment());
    // Until the executor guards what it writes.
    run.stop().writing(false);
    return opened;
  }

  private ExitCode carryOut(
      Planned planned,
      Plan plan,
      Portion portion,
      boolean skipsBlocked,
      ApplyTelling telling,
      Recording recording) {
    if (plan.hasChanges()) {
      telling.requireWhole();
    }
    Plan allowed =
        new Approval(
                run,
                new Warnings(run, common),
                planned.desired().sources(),
                skipsBlocked,
                isApproved || portion.isApproved(),
                () -> requireSame(planned))
            .of(plan);
    Outcomes outcomes = carryOut(allowed, planned);
    telling.outcomes(outcomes);
    run.summary().closes(OutcomeText.closing(outcomes));
    if (outcomes.hasWrites()) {
      run.summary().wrote();
    }
    ExitCode code = outcomes.interrupted() ? run.stop().signal() : ExitCode.ofRun(outcomes, plan);
    if (!outcomes.interrupted() && !outcomes.isAway()) {
      code = telling.readBack(() -> walk().readBack(planned, outcomes), code);
    }
    return telling.report(recording.end(code, outcomes.hasWrites()));
  }

  /// After a long wait for an answer.
  ///
  /// @throws RefusedException when manifests or account are not those that were shown
  private void requireSame(Planned shown) {
    Plan fresh = walk().anew(shown).plan();
    looked = run.console().clock().instant();
    List<String> news = SavedPlan.news(shown.plan(), fresh, run.kinds().get(), Version.text());
    if (!news.isEmpty()) {
      throw new RefusedException(
          Refusal.STALE,
          "the plan is stale, since the answer took a while: " + String.join("; ", news),
          "Nothing was changed. Run apply again and look at the new plan.");
    }
  }

  private Outcomes carryOut(Plan plan, Planned planned) {
    int steps = plan.changes().stream().mapToInt(one -> one.steps().size()).sum();
    try (ApplyProgress progress = ApplyProgress.of(run, common, steps)) {
      if (steps == 0 || journal.equals(NO_JOURNAL)) {
        return walk().apply(plan, planned, looked, settle.pace(accounts), progress);
      }
      Journal kept = journal(plan, planned.account(), progress);
      Outcomes outcomes = walk().apply(plan, planned, looked, settle.pace(accounts), kept);
      kept.missing().forEach(run.output()::lose);
      return outcomes;
    }
  }

  private Journal journal(Plan plan, Account account, ApplyObserver progress) {
    Path file =
        journal.isEmpty()
            ? SandboxPlace.own(run.console().folder()).resolve("journal.jsonl")
            : run.console().folder().resolve(journal).toAbsolutePath();
    return Journal.of(
        run.console().disk(),
        file,
        run.console().clock(),
        run.redaction(),
        account.info(),
        SavedPlan.digest(plan, run.kinds().get()),
        progress);
  }

  private ObservedWalk walk() {
    return new ObservedWalk(run, common);
  }
}
