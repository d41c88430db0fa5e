package dev.ftctl.cli.telling;

import dev.ftctl.apply.Outcomes;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.PlanFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.files.WholeFile;
import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.shown.Inert;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.outcome.OutcomeJson;
import dev.ftctl.render.outcome.OutcomeText;
import dev.ftctl.render.plan.PlanReport;
import dev.ftctl.render.plan.PlanText;
import dev.ftctl.walk.Planned;
import dev.ftctl.walk.Portion;
import dev.ftctl.walk.ReadBack;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything that apply tells: the plan, the outcomes, what is left, the report.
public final class ApplyTelling {

  private final Run run;
  private final CommonFlags common;
  private final String reportFile;
  private Outcomes done = new Outcomes(List.of(), false);
  private ReadBack readBack = ReadBack.NONE;
  private Optional<Planned> read = Optional.empty();
  private PolicyFindings policies = PolicyFindings.NONE;

  public ApplyTelling(Run run, CommonFlags common, String reportFile) {
    this.run = run;
    this.common = common;
    this.reportFile = reportFile;
  }

  public void warnings(Desired desired) {
    new Warnings(run, common).tell(desired);
  }

  /// @throws RefusedException when a flag's address covers nothing; a saved plan is exactly what it
  ///   is or stale, whatever is gone by now
  public void uncovered(Planned planned, Portion portion) {
    read = Optional.of(planned);
    boolean isSaved = portion instanceof Portion.Saved;
    new Warnings(run, common)
        .tellUncovered(
            planned.uncovered().stream().filter(found -> !isSaved || !found.isError()).toList(),
            planned.desired().sources());
  }

  /// @throws RefusedException when a policy is not kept
  public void plan(Plan plan, PolicyFindings findings, PlanFlags flags, Account account) {
    policies = findings;
    if (!common.isJson()) {
      int code = ExitCode.ofPlan(plan, findings, false).number();
      var report = PlanReport.of(plan, findings, account.quotas(), code);
      run.output().result(PlanText.of(report, flags.look(run, common)) + "\n");
    }
    new QuotaTelling(run, common).tell(plan, account, 1);
    if (findings.isRefusal()) {
      throw new RefusedException(
          Refusal.FOUND,
          "a policy is not kept; nothing was changed",
          "Mend what it names; no flag allows it.");
    }
  }

  public void outcomes(Outcomes outcomes) {
    done = outcomes;
    if (!common.isJson() && !outcomes.outcomes().isEmpty()) {
      run.output().result(new OutcomeText(common.outPaint(run.console())).of(outcomes));
      read.ifPresent(
          planned -> new WarnedFields(planned).behind(outcomes).forEach(run.output()::tell));
    }
    // Where ftctl itself failed: the summary has the steps, a file the details.
    new Failures(run, common).tell(outcomes.broken());
  }

  /// Looks back at what was written. Whatever that finds or fails at, what was done is told.
  ///
  /// @param code of the outcomes
  /// @return the one that the run leaves with
  public ExitCode readBack(Supplier<ReadBack> look, ExitCode code) {
    ReadBackTelling.Told told = new ReadBackTelling(run, common).tell(look, done, code);
    readBack = told.result();
    return told.code();
  }

  /// @return the code that the run leaves with, which tells of writes although the report can't be
  ///   written
  public ExitCode report(ExitCode code) {
    try {
      write(json("", code));
      return code;
    } catch (RefusedException unwritable) {
      if (!done.hasWrites()) {
        throw unwritable;
      }
      new Failures(run, common).tell(unwritable);
      return code == ExitCode.OK ? ExitCode.PARTIAL : code;
    }
  }

  /// The report of a run that ended before its outcomes, or after them.
  public void stopped(RuntimeException failure) {
    boolean isOfManifests = failure instanceof ManifestException;
    String message =
        isOfManifests ? String.valueOf(failure.getMessage()) : Stopped.by(failure).message();
    String json = json(message, Failures.codeOf(failure));
    // What is wrong with manifests is told with its places instead.
    if (isOfManifests || run.output().hasResult()) {
      keep(json);
    } else {
      write(json);
    }
  }

  private String json(String error, ExitCode code) {
    return OutcomeJson.of(
        done, error, policies.problems(), readBack.left(), readBack.notKept(), code.number());
  }

  private void write(String json) {
    if (common.isJson()) {
      run.output().document(json);
    }
    keep(json);
  }

  private void keep(String json) {
    if (!reportFile.isEmpty()) {
      WholeFile.write(
          run.console().disk(),
          run.console().folder().resolve(reportFile),
          Inert.text(run.redaction().mask(json)));
    }
  }
}
