package dev.ftctl.cli.telling;

import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.MissingSecretException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.render.outcome.ApiFailureText;

/// What stopped a command without being about a place of the manifests, as a problem of no place.
public final class Stopped {

  private Stopped() {}

  public static Problem by(Throwable failure) {
    SourceLocation nowhere = SourceLocation.NONE;
    String message = String.valueOf(failure.getMessage());
    return switch (failure) {
      case ApiException refused ->
          new Problem(
              Severity.ERROR,
              nowhere,
              "api-call",
              "",
              ApiFailureText.what(refused.failure()),
              ApiFailureText.nextStep(refused.failure()),
              refused.failure().details());
      case MissingSecretException missing ->
          Problem.error(nowhere, "unset-secret", "", message, "Set it and run the command again.");
      case RefusedException refused when refused.reason() != Refusal.USAGE ->
          Problem.error(nowhere, "refused", "", message, refused.next());
      case RefusedException wrong -> commandLine(message, wrong.next());
      case UnknownPathException unknown -> commandLine(message, "");
      case SpentException spent ->
          Problem.error(nowhere, "spent", "", message, SpentException.advice());
      default ->
          Problem.error(
              nowhere,
              "defect",
              "",
              "ftctl failed (" + failure.getClass().getSimpleName() + ")",
              "This is a defect of ftctl; please report it with the details file.");
    };
  }

  static Problem commandLine(String message, String fix) {
    return Problem.error(SourceLocation.NONE, "command-line", "", message, fix);
  }
}
