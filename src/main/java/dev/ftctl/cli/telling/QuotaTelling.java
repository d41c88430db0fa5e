package dev.ftctl.cli.telling;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.pacing.RequestsLeft;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Quota;
import dev.ftctl.plan.Plan;
import java.time.Duration;

/// Tells beside a plan what is left of the account's quotas, and whether they suffice. That differs
/// from run to run, so nothing of it is part of the plan.
public final class QuotaTelling {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Run run;
  private final CommonFlags common;

  public QuotaTelling(Run run, CommonFlags common) {
    this.run = run;
    this.common = common;
  }

  /// Nothing about a plan without steps, but with `-v`.
  ///
  /// @param account that was read for the plan, and for nothing else
  /// @param readings how often it will be read like that: apply plans anew, and looks back
  public void tell(Plan plan, Account account, int readings) {
    if (common.isQuiet) {
      return;
    }
    Calls calls = plan.calls();
    long needed =
        calls.equals(Calls.NONE)
            ? 0
            : calls.of(CallSort.REQUEST) + readings * account.requestCount();
    account.requestsLeft().ifPresent(left -> tell(left, needed));
    account.quotas().all().stream()
        .filter(quota -> quota.window().compareTo(HOUR) >= 0 && quota.sort() != CallSort.REQUEST)
        .filter(quota -> calls.of(quota.sort()) > quota.limit())
        .forEach(quota -> run.output().tell(warning(quota, calls.of(quota.sort()))));
  }

  private void tell(RequestsLeft known, long needed) {
    String left =
        "%,d of %s an hour are left".formatted(known.left(), CallSort.REQUEST.words(known.limit()));
    String need = "apply needs about %,d".formatted(needed);
    if (needed > known.left()) {
      run.output()
          .tell(
              "warning: the quota does not suffice: "
                  + need
                  + " requests, and "
                  + left
                  + "; apply will go slowly and wait, or end early; a later run does the rest");
    } else if (needed > 0 || common.isVerbose()) {
      run.output().tell("quota: " + left + (needed == 0 ? "" : ", " + need));
    }
  }

  private static String warning(Quota quota, long number) {
    return "warning: the plan takes "
        + quota.sort().words(number)
        + ", and no more than "
        + quota
        + " are allowed: apply will wait, and take "
        + hours(quota.leastTime(number))
        + " at least";
  }

  private static String hours(Duration time) {
    return time.toHours() + " h";
  }
}
