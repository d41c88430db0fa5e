package dev.ftctl.render.plan;

import dev.ftctl.kind.Step;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Quotas;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.English;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What carrying a plan out costs, as far as a plan can know, without what is blocked.
///
/// @param steps that change something, each with one request or several; those that only look are
///   none
/// @param calls that they send, without the reading before and after them
/// @param estimate of the time they take: a rule of thumb, and the account's quotas; nothing of it
///   is measured, so that equal plans print equal bytes
/// @param limit the quota that takes longest, where one takes longer than the work itself
/// @param settling how many objects are waited for, which takes a time that nobody knows
record Cost(long steps, Calls calls, Duration estimate, Optional<Quota> limit, long settling) {

  private static final Duration OF_A_WRITE = Duration.ofMillis(200);
  private static final Duration OF_SETUP_TESTS = Duration.ofSeconds(1);

  static Cost of(Plan plan, Quotas quotas) {
    List<Step> working = plan.stepsToRun().stream().filter(step -> !step.isLook()).toList();
    Calls calls = plan.calls();
    Duration work =
        OF_A_WRITE
            .multipliedBy(working.size())
            .plus(OF_SETUP_TESTS.multipliedBy(calls.of(CallSort.SETUP_TEST)));
    Duration least = quotas.leastTime(calls);
    boolean isLimited = least.compareTo(work) > 0;
    return new Cost(
        working.size(),
        calls,
        isLimited ? least : work,
        isLimited ? quotas.tightest(calls) : Optional.empty(),
        plan.stepsToRun().stream().filter(Step::isSettling).count());
  }

  long setupTests() {
    return calls.of(CallSort.SETUP_TEST);
  }

  /// At least one second.
  long seconds() {
    return Math.max(1, Math.round(estimate.toMillis() / 1000.0));
  }

  /// `about 5 s`, `about 12 min (no more than 20 connections created per minute)`.
  String time() {
    return "about "
        + English.duration(Duration.ofSeconds(seconds()))
        + limit.map(quota -> " (no more than " + quota + ")").orElse("")
        + (settling == 0
            ? ""
            : " and the time that "
                + English.count(settling, "object")
                + (settling == 1 ? " takes" : " take")
                + " to be ready (--settle)");
  }

  /// `about 24 requests, among them 2 setup tests and 3 connections created`: those have quotas of
  /// their own.
  String requests() {
    String rare =
        calls.rareSorts().stream()
            .map(sort -> sort.words(calls.of(sort)))
            .collect(Collectors.joining(", "));
    return "about "
        + CallSort.REQUEST.words(calls.of(CallSort.REQUEST))
        + (rare.isEmpty() ? "" : ", among them " + rare);
  }
}
