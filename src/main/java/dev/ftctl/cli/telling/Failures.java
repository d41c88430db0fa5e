package dev.ftctl.cli.telling;

import dev.ftctl.apply.Outcome;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.MissingSecretException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.render.ProblemText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// What stopped a command, in words; never a stack trace without `-vv`.
public final class Failures {

  private final Run run;
  private final CommonFlags flags;

  public Failures(Run run, CommonFlags flags) {
    this.run = run;
    this.flags = flags;
  }

  /// Tells the user, and says what to leave with.
  public ExitCode tell(Throwable failure) {
    ExitCode code = codeOf(failure);
    if (failure instanceof ManifestException wrong) {
      new ProblemOutput(run, flags).tell(wrong.problems(), wrong.sources(), code);
    } else {
      Problem problem = Stopped.by(failure);
      if (code == ExitCode.DEFECT && !(failure instanceof SpentException)) {
        new DefectFile(run).tell(failure.getClass().getSimpleName(), trace(failure));
      } else {
        said(problem);
      }
      document(problem, code);
    }
    if (flags.isVeryVerbose()) {
      run.output().tellText(trace(failure));
    }
    return code;
  }

  /// The steps of a run at which ftctl itself failed: one file for all of them, since often one
  /// defect meets many steps.
  void tell(List<Outcome.Broken> broken) {
    if (broken.isEmpty()) {
      return;
    }
    var traces = new StringBuilder();
    broken.forEach(
        outcome -> traces.append(outcome.step()).append(": ").append(trace(outcome.defect())));
    Outcome.Broken first = broken.getFirst();
    String others = broken.size() == 1 ? "" : " and " + (broken.size() - 1) + " more";
    String name = first.defect().getClass().getSimpleName();
    new DefectFile(run).tell(name + " at " + first.step() + others, traces.toString());
    if (flags.isVeryVerbose()) {
      run.output().tellText(traces.toString());
    }
  }

  /// A defect that stopped no more than the last look at what was done.
  ExitCode tellDefect(RuntimeException defect) {
    new DefectFile(run).tell(defect.getClass().getSimpleName(), trace(defect));
    if (flags.isVeryVerbose()) {
      run.output().tellText(trace(defect));
    }
    return ExitCode.DEFECT;
  }

  /// What a failure that somebody foresaw leaves with.
  public static ExitCode codeOf(Throwable failure) {
    return switch (failure) {
      case ManifestException wrong -> ExitCode.INVALID;
      case ApiException refused -> ExitCode.ofFailure(refused.failure());
      case UnknownPathException unknown -> ExitCode.USAGE;
      case MissingSecretException missing -> ExitCode.INVALID;
      case RefusedException refused -> ExitCode.ofRefusal(refused.reason());
      default -> ExitCode.DEFECT;
    };
  }

  private void said(Problem problem) {
    run.output().tell("error: " + problem.message());
    ProblemText.below(problem).forEach(run.output()::tell);
  }

  /// A result that was printed before, such as the plan that could not be saved, stays the only
  /// one.
  private void document(Problem problem, ExitCode code) {
    if (!run.output().hasResult()) {
      List<Problem> problems = List.of(problem);
      new StoppedDocument(run, flags.format, flags.stopped(problems))
          .print(problems, new Sources(), code);
    }
  }

  private static String trace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
