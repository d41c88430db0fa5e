package dev.ftctl.kinds.logs;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.compare.NotKept;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Locale;

/// When the setup tests of a log service run: as those of connections do, but never of one that is
/// switched off, since it writes nothing.
final class LogTesting {

  private static final String CONNECTED = "connected";
  private static final String INCOMPLETE = "incomplete";

  private LogTesting() {}

  /// One step, with its tests.
  static List<Step> steps(Change change, Intent intent) {
    if (change.action() != Action.NONE) {
      Calls calls = Step.plain(change).withSetupTests(runs(change, intent) ? 1 : 0);
      return List.of(new Step(change, StepName.of(change.action()), false).sending(calls));
    }
    return change.findings().followUp()
        ? List.of(
            new Step(change, StepName.TEST, false).sending(Calls.requests(1).withSetupTests(1)))
        : List.of();
  }

  private static boolean runs(Change change, Intent intent) {
    return switch (change) {
      case Change.Create create -> runsAtFirst(create.wanted(), intent);
      case Change.Replace replace -> runsAtFirst(replace.wanted(), intent);
      case Change.Update update -> runsAfter(update, intent);
      case Change.Delete delete -> false;
      case Change.Keep keep -> false;
      case Change.Gone gone -> false;
    };
  }

  /// Whether a creation runs them.
  static boolean runsAtFirst(Resource wanted, Intent intent) {
    return intent.setupTests() != Intent.SetupTests.NEVER && isOn(wanted);
  }

  /// Whether an update runs them: whatever is used to log in must be seen to work, and what is
  /// switched on too.
  static boolean runsAfter(Change.Update update, Intent intent) {
    return switch (intent.setupTests()) {
      case ALWAYS -> isOn(update.wanted());
      case NEVER -> false;
      case AUTO ->
          isOn(update.wanted()) && update.findings().fields().stream().anyMatch(LogTesting::asks);
    };
  }

  private static boolean asks(FieldChange change) {
    return !change.path().segments().getFirst().equals("service") && !NotKept.is(change);
  }

  private static boolean isOn(Resource wanted) {
    return !(wanted.spec().get("enabled") instanceof Value.Bool said) || said.flag();
  }

  /// The findings with what its tests have to do with them.
  static Findings told(Findings findings, Resource wanted, Live live, Intent intent) {
    if (!isOn(wanted)) {
      return findings;
    }
    String status = status(live);
    boolean isBad = !status.isEmpty() && !status.equals(CONNECTED);
    String failing = status + ": its setup tests do not pass";
    if (findings.hasChanges()) {
      Findings told = isBad ? findings.noting(failing) : findings;
      return intent.setupTests() == Intent.SetupTests.NEVER
          ? told
          : told.withFields(told.fields().stream().map(LogTesting::noted).toList());
    }
    Findings open = isBad ? findings.leavingOpen(failing) : findings;
    return switch (intent.setupTests()) {
      case NEVER -> open;
      case ALWAYS -> open.followedUp().noting("apply runs the setup tests");
      case AUTO ->
          status.equals(INCOMPLETE)
              ? findings.followedUp().leavingOpen("setup is incomplete: apply runs the setup tests")
              : open;
    };
  }

  private static FieldChange noted(FieldChange change) {
    return asks(change) && change.note().isEmpty() ? change.noting("setup tests will run") : change;
  }

  private static String status(Live live) {
    return live.fields().mapping("status").text("setup_state").toLowerCase(Locale.ROOT);
  }
}
