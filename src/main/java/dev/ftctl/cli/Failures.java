package dev.ftctl.cli;

import dev.ftctl.ExitCode;
import dev.ftctl.manifest.UnknownPathException;
import dev.ftctl.model.ApiException;
import dev.ftctl.model.ManifestException;
import dev.ftctl.model.MissingSecretException;
import dev.ftctl.render.ApiFailureText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// What stopped a command, in words; never a stack trace without `-vv`.
public final class Failures {

  private static final String REPORTING =
      "This is a defect of ftctl; please report it with that file.";

  private final Run run;
  private final CommonFlags flags;

  public Failures(Run run, CommonFlags flags) {
    this.run = run;
    this.flags = flags;
  }

  /// Tells the user, and says what to leave with.
  public ExitCode tell(Throwable failure) {
    switch (failure) {
      case ManifestException wrong -> manifests(wrong);
      case ApiException refused -> run.output().tellText(ApiFailureText.of(refused.failure()));
      case UnknownPathException unknown -> said(String.valueOf(unknown.getMessage()), "");
      case MissingSecretException missing ->
          said(String.valueOf(missing.getMessage()), "Set it and run the command again.");
      case RefusedException refused -> said(refused.getMessage(), refused.next());
      default -> defect(failure);
    }
    if (flags.isVeryVerbose()) {
      run.output().tellText(trace(failure));
    }
    return codeOf(failure);
  }

  /// What a failure that somebody foresaw leaves with.
  static ExitCode codeOf(Throwable failure) {
    return switch (failure) {
      case ManifestException wrong -> ExitCode.INVALID;
      case ApiException refused -> ExitCode.ofFailure(refused.failure());
      case UnknownPathException unknown -> ExitCode.USAGE;
      case MissingSecretException missing -> ExitCode.INVALID;
      case RefusedException refused -> refused.code();
      default -> ExitCode.DEFECT;
    };
  }

  private void manifests(ManifestException wrong) {
    new ProblemOutput(run, flags).tell(wrong.problems(), wrong.sources(), ExitCode.INVALID);
  }

  private void said(String message, String next) {
    run.output().tell("error: " + message);
    if (!next.isEmpty()) {
      run.output().tell("  " + next);
    }
  }

  private void defect(Throwable failure) {
    String what = failure.getClass().getSimpleName();
    try {
      Path file = written(failure);
      run.output().tell("error: ftctl failed (" + what + "); the details are in " + file);
      run.output().tell("  " + REPORTING);
    } catch (IOException unwritable) {
      run.output()
          .tell(
              "error: ftctl failed ("
                  + what
                  + "), and the details could not be written; run again with -vv");
    }
  }

  /// Into ftctl's own folder where there is one already, else among temporary files.
  private Path written(Throwable failure) throws IOException {
    Path own = SandboxPlace.own(run.console().folder());
    Path file =
        Files.isDirectory(own)
            ? Files.createTempFile(own, "defect-", ".txt")
            : Files.createTempFile("ftctl-defect-", ".txt");
    String text = "ftctl " + Version.text() + ", Java " + Runtime.version() + "\n" + trace(failure);
    return Files.writeString(file, run.redaction().mask(text));
  }

  private static String trace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
