package dev.ftctl.cli;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.SavedPlan;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl apply`: plans, shows, asks, executes, and looks back.
@Command(
    name = "apply",
    description = "Make the account as the manifests say, or carry out a saved plan (apply FILE).")
public final class ApplyCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Mixin PlanFlags flags = new PlanFlags();

  @Mixin NowFlag now = new NowFlag();

  @Option(names = "--auto-approve", description = "Do not ask.")
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

  private final Run run;

  public ApplyCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    var telling = new ApplyTelling(run, common, report);
    try {
      return walk(portion(), telling).number();
    } catch (RuntimeException failure) {
      telling.stopped(failure);
      throw failure;
    }
  }

  private ExitCode walk(Portion portion, ApplyTelling telling) {
    Instant time = now.instant(run.console().clock());
    var walk = new Walk(run, common, manifests, flags);
    Desired desired = walk.read(time);
    telling.warnings(desired);
    try (AccountFlags.Opened opened =
        accounts.open(run, true, Wire.of(run, common), desired.project().environment())) {
      Account account = opened.account();
      Plan fresh = walk.plan(desired, account);
      telling.uncovered(walk.uncovered(desired, fresh), desired, portion);
      Plan plan = portion.exactlyOf(fresh, run.kinds().get());
      var check = new PolicyCheck(desired, run.kinds().get(), time);
      telling.plan(plan, check.of(fresh, plan), flags, account);
      Plan allowed =
          new Approval(
                  run,
                  new Warnings(run, common),
                  desired.sources(),
                  flags.skipsBlocked,
                  isApproved || portion.isApproved())
              .of(plan);
      Outcomes outcomes = carryOut(walk, allowed, account);
      ExitCode code = ExitCode.ofRun(outcomes, plan.isBlocked());
      telling.outcomes(outcomes, code);
      telling.defects(outcomes);
      if (outcomes.isComplete() && !outcomes.interrupted()) {
        telling.left(
            () -> portion.of(outcomes.hasWrites() ? walk.planAgain(desired, account) : plan));
      }
      telling.report(outcomes, code);
      return code;
    }
  }

  private Outcomes carryOut(Walk walk, Plan plan, Account account) {
    int steps = plan.changes().stream().mapToInt(planned -> planned.steps().size()).sum();
    try (ApplyProgress progress = ApplyProgress.of(run, common, steps)) {
      ApplyObserver observer = steps == 0 ? progress : journaled(plan, account, progress);
      return walk.apply(plan, account, accounts.parallelism, observer);
    }
  }

  private ApplyObserver journaled(Plan plan, Account account, ApplyObserver progress) {
    String digest = SavedPlan.digest(plan, run.kinds().get());
    return Journal.of(run, journal, account.info(), digest, progress);
  }

  /// All of the plan, or what a plan file holds, when the only path is one.
  private Portion portion() {
    if (manifests.paths.size() != 1) {
      return new Portion.All();
    }
    Optional<SavedPlan> saved = new SavedPlanFile(run).read(manifests.paths.getFirst());
    saved.ifPresent(this::takeOver);
    return saved.<Portion>map(Portion.Saved::new).orElseGet(Portion.All::new);
  }

  /// A saved plan brings the command line that it was made with; how the account is reached is this
  /// command's own.
  private void takeOver(SavedPlan saved) {
    var then = new PlanCommand(run);
    var parser = new CommandLine(then).setCaseInsensitiveEnumValuesAllowed(true);
    parser.parseArgs(saved.arguments().toArray(String[]::new));
    manifests = then.manifests;
    flags = then.flags;
    accounts.isSandbox |= then.accounts.isSandbox;
  }
}
