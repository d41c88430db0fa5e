package dev.ftctl.cli.telling;

import dev.ftctl.apply.Outcomes;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.PlanFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.fivetran.Account;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.shown.Inert;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.outcome.OutcomeJson;
import dev.ftctl.render.outcome.OutcomeMarkdown;
import dev.ftctl.render.outcome.OutcomeText;
import dev.ftctl.render.outcome.Seen;
import dev.ftctl.render.plan.PlanReport;
import dev.ftctl.render.plan.PlanText;
import dev.ftctl.walk.Planned;
import dev.ftctl.walk.Portion;
import dev.ftctl.walk.ReadBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything that apply tells: the plan, the outcomes, what is left, the report.
public final class ApplyTelling implements AutoCloseable {

  private final Run run;
  private final CommonFlags common;
  private final Optional<NamedOutput> report;
  private Outcomes done = new Outcomes(List.of(), false);
  private ReadBack readBack = ReadBack.NONE;
  private String lookedBack = "";
  private Optional<Planned> read = Optional.empty();
  private PolicyFindings policies = PolicyFindings.NONE;

  /// @param reportFile empty for none
  /// @throws RefusedException when it can't be written
  public ApplyTelling(Run run, CommonFlags common, String reportFile) {
    this.run = run;
    this.common = common;
    this.report =
        reportFile.isEmpty()
            ? Optional.empty()
            : Optional.of(
                NamedOutput.open(run.console().disk(), run.console().folder().resolve(reportFile)));
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
  public void plan(Plan plan, PlanReport shown, PlanFlags flags, Account account) {
    PolicyFindings findings = shown.policies();
    policies = findings;
    if (common.isText()) {
      run.output().result(PlanText.of(shown, flags.look(run, common)) + "\n");
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
    if (common.isText() && !outcomes.outcomes().isEmpty()) {
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
    lookedBack = told.text();
    return told.code();
  }

  /// Before the first write: what was to tell of it is whole so far.
  ///
  /// @throws RefusedException when it is not
  public void requireWhole() {
    if (!run.output().isWhole()) {
      throw new RefusedException(
          Refusal.FAILED,
          String.join("; ", run.output().lost()) + "; nothing was changed",
          "Run apply again where what it tells can be written.");
    }
  }

  /// @return the code that the run leaves with: what was done stays done, whatever can't be written
  public ExitCode report(ExitCode code) {
    run.output().noteEnd(whole(code).number());
    ExitCode last = kept("", whole(code));
    if (common.isJson()) {
      run.output().document(json("", last));
    } else if (!common.isText()) {
      run.output().document(markdown());
    }
    if (!run.output().hasLostResult()) {
      return last;
    }
    tellDone();
    return common.isText() ? last : kept("", whole(last));
  }

  /// The report of a run that ended before its outcomes, or after them.
  public void stopped(RuntimeException failure) {
    boolean isOfManifests = failure instanceof ManifestException;
    String message =
        isOfManifests ? String.valueOf(failure.getMessage()) : Stopped.by(failure).said();
    ExitCode code = Failures.codeOf(failure);
    // What is wrong with manifests is told with its places instead.
    if (common.isJson() && !isOfManifests && !run.output().hasResult()) {
      run.output().document(json(message, code));
    }
    kept(message, code);
  }

  @Override
  public void close() {
    report.ifPresent(NamedOutput::close);
  }

  private ExitCode whole(ExitCode code) {
    return run.output().isWhole() ? code : code.whenLost(done.hasWrites());
  }

  /// Where stdout does not say it any more.
  private void tellDone() {
    if (!done.outcomes().isEmpty()) {
      run.output().tellText(new OutcomeText(common.errPaint(run.console())).of(done));
    }
  }

  private String markdown() {
    Plan.Header header = read.orElseThrow().plan().header();
    var told =
        new OutcomeMarkdown.Told(
            done,
            readBack.isAsWanted() ? lookedBack.strip() : "",
            readBack.left(),
            readBack.notKept(),
            run.output().lost());
    return OutcomeMarkdown.of(header, told, new Forge(run.console()).links());
  }

  private String json(String error, ExitCode code) {
    var errors =
        new ArrayList<>(
            run.output().lost().stream().filter(lost -> !error.contains(lost)).toList());
    if (!error.isEmpty()) {
      errors.addFirst(error);
    }
    return OutcomeJson.of(
        done,
        String.join("; ", errors),
        policies.problems(),
        readBack.left(),
        readBack.notKept(),
        new Seen(readBack.compared(), readBack.accepted(), readBack.unshown()),
        code.number());
  }

  private ExitCode kept(String error, ExitCode code) {
    // Of several runs one report is kept.
    run.reading().ifPresent(any -> run.summary().reports(run.redaction().mask(json(error, code))));
    if (report.isEmpty()) {
      return code;
    }
    try {
      report.get().write(Inert.text(run.redaction().mask(json(error, code))));
      return code;
    } catch (RefusedException unwritable) {
      run.output().lose(unwritable.getMessage());
      return whole(code);
    }
  }
}
