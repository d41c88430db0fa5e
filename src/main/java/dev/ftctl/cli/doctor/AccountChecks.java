package dev.ftctl.cli.doctor;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.fivetran.pacing.RequestsLeft;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.render.English;
import dev.ftctl.render.outcome.ApiFailureText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The account itself: whether it answers, whose it is, what its clock shows, what is left of the
/// quota. One call.
record AccountChecks(Run run, CommonFlags common, AccountFlags flags, Optional<Project> project) {

  /// Answers tell whole seconds, and take a while.
  private static final Duration USUAL_SKEW = Duration.ofSeconds(30);

  /// Of all requests: below it a large plan may have to wait.
  private static final double LITTLE = 0.1;

  /// @param isOpen whether there is a road to it
  List<Finding> all(boolean isOpen) {
    if (!isOpen) {
      return List.of(
          Finding.unknown("account", "not asked, since what leads to it is not in order"));
    }
    Environment environment = project.map(Project::environment).orElse(Environment.NONE);
    try (var opened = flags.open(run, false, Wire.of(run, common), environment)) {
      Account account = opened.account();
      AccountInfo info = account.info();
      var all = new ArrayList<Finding>();
      all.add(account(info));
      account.clock().ifPresent(there -> all.add(clock(there)));
      all.add(account.requestsLeft().map(AccountChecks::quota).orElse(NOTHING_TOLD));
      return all;
    } catch (ApiException away) {
      return List.of(
          Finding.failed(
              "account",
              ApiFailureText.what(away.failure()),
              ApiFailureText.nextStep(away.failure()),
              ExitCode.ofFailure(away.failure())));
    } catch (RefusedException refused) {
      return List.of(
          Finding.failed(
              "account",
              String.valueOf(refused.getMessage()),
              refused.next(),
              ExitCode.ofRefusal(refused.reason())));
    }
  }

  private static final Finding NOTHING_TOLD = Finding.ok("quota", "the answer tells none");

  private Finding account(AccountInfo info) {
    String pin = project.map(Project::account).orElse("");
    String named = info.name().isEmpty() ? info.id() : info.name() + " (" + info.id() + ")";
    if (!pin.isEmpty() && !pin.equals(info.id())) {
      return Finding.failed(
          "account",
          named + " answers, and the project is pinned to " + pin,
          "Use the key of " + pin + ", or change `account:`.",
          ExitCode.BLOCKED);
    }
    return Finding.ok("account", named + " answers" + (pin.isEmpty() ? "" : ", as pinned"));
  }

  private Finding clock(Instant there) {
    Duration skew = Duration.between(there, run.console().clock().instant());
    if (skew.abs().compareTo(USUAL_SKEW) <= 0) {
      return Finding.ok("clock", "as the server's");
    }
    return Finding.warning(
        "clock",
        "goes "
            + English.duration(rounded(skew.abs()))
            + (skew.isNegative() ? " behind" : " ahead of")
            + " the server's",
        "Set it: policies about time, ages of data and certificates are judged by it.");
  }

  /// More than that nobody can tell, since the answer was on its way for a while.
  private static Duration rounded(Duration skew) {
    return skew.toMinutes() < 2 ? skew : Duration.ofMinutes(Math.round(skew.toSeconds() / 60.0));
  }

  private static Finding quota(RequestsLeft left) {
    String told =
        "%,d of %s an hour are left".formatted(left.left(), CallSort.REQUEST.words(left.limit()));
    return left.left() < left.limit() * LITTLE
        ? Finding.warning(
            "quota", told, "A large plan or apply may wait for the next hour; run it later.")
        : Finding.ok("quota", told);
  }
}
