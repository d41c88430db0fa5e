package dev.ftctl.cli.telling;

import dev.ftctl.apply.SecretsToSend;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.ProblemText;
import java.util.List;
import java.util.stream.Collectors;

/// What is worth knowing and stops nothing, told beside the result.
public final class Warnings {

  private static final String MASKED =
      " is the mask that Fivetran shows in place of a secret, and this run would send it";

  private final Run run;
  private final CommonFlags common;

  public Warnings(Run run, CommonFlags common) {
    this.run = run;
    this.common = common;
  }

  /// Beside a plan: no notes, unless asked with `-v`.
  public void tell(Desired desired) {
    tell(desired.warnings(), desired.sources(), common.isVerbose());
  }

  /// Where they are the result themselves: notes too.
  public void tellAll(List<Problem> problems, Sources sources) {
    tell(problems, sources, common.isVerbose() || !common.isQuiet);
  }

  /// What was found on the way to a plan.
  public void tell(List<Problem> found, Sources sources) {
    tell(found, sources, common.isVerbose());
  }

  private void tell(List<Problem> found, Sources sources, boolean withNotes) {
    var text = new ProblemText(sources, common.errPaint(run.console()));
    for (Problem warning : found) {
      if (withNotes || (warning.severity() == Severity.WARNING && !common.isQuiet)) {
        run.output().tellText(text.of(warning));
      }
    }
  }

  /// Address patterns that cover nothing: warnings of those in the project file.
  ///
  /// @throws RefusedException when there are some of the command line
  public void tellUncovered(List<Problem> uncovered, Sources sources) {
    List<Problem> wrong = uncovered.stream().filter(Problem::isError).toList();
    if (wrong.size() == 1) {
      Problem only = wrong.getFirst();
      throw new RefusedException(Refusal.USAGE, only.message(), only.fix());
    }
    if (!wrong.isEmpty()) {
      String all =
          wrong.stream()
              .map(problem -> problem.message() + " (" + problem.fix() + ")")
              .collect(Collectors.joining("; "));
      throw new RefusedException(Refusal.USAGE, all, "");
    }
    if (!common.isQuiet) {
      var text = new ProblemText(sources, common.errPaint(run.console()));
      uncovered.forEach(warning -> run.output().tellText(text.of(warning)));
    }
  }

  public static boolean missesSecrets(Plan plan) {
    return !SecretsToSend.unset(plan).isEmpty();
  }

  /// What policies found; errors always, and then their number.
  public void tell(PolicyFindings policies) {
    var text = new ProblemText(policies.sources(), common.errPaint(run.console()));
    List<Problem> told =
        policies.problems().stream()
            .filter(finding -> finding.isError() || !common.isQuiet)
            .toList();
    if (policies.isRefusal()) {
      run.output().tellText(text.of(told));
    } else {
      told.forEach(finding -> run.output().tellText(text.of(finding)));
    }
  }

  /// Names the secrets that the plan would send and that are not set here.
  ///
  /// @throws RefusedException when there are some and `isRefusal`
  public void tellMissingSecrets(Plan plan, Sources sources, boolean isRefusal) {
    List<Value.Secret> missing = SecretsToSend.unset(plan);
    if (isRefusal) {
      refuseMissing(missing, sources);
    } else if (!missing.isEmpty()) {
      run.output()
          .tell("warning: apply will need secrets that are not set here: " + names(missing));
    }
  }

  /// Tells where each of them stands.
  ///
  /// @throws RefusedException when there are some
  void refuseMissing(List<Value.Secret> missing, Sources sources) {
    if (missing.isEmpty()) {
      return;
    }
    var text = new ProblemText(sources, common.errPaint(run.console()));
    missing.stream()
        .map(Warnings::unset)
        .distinct()
        .sorted()
        .forEach(problem -> run.output().tellText(text.of(problem)));
    throw new RefusedException(
        Refusal.INVALID,
        "secrets are to be sent that are not set here: " + names(missing),
        "Nothing was changed. Set them and run the command again.");
  }

  private static Problem unset(Value.Secret secret) {
    if (secret.source().isMask()) {
      return Problem.error(
          secret.origin().place(),
          "masked-secret",
          "",
          "'" + secret.source().field() + "': " + secret.source().name() + MASKED,
          "set it to the secret itself, and run the command again");
    }
    return Problem.error(
        secret.origin().place(),
        "unset-secret",
        "",
        secret.source().name() + lack(secret),
        "set it, and run the command again");
  }

  private static String lack(Value.Secret secret) {
    return secret.source().isEmpty()
        ? " is empty: a CI secret that does not exist arrives like this; this run would send it"
        : " is not set, and this run would send it";
  }

  private static String defect(Value.Secret secret) {
    if (secret.source().isMask()) {
      return " (a mask)";
    }
    return secret.source().isEmpty() ? " (empty)" : "";
  }

  private static String names(List<Value.Secret> secrets) {
    return secrets.stream()
        .map(secret -> secret.source().name() + defect(secret))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
