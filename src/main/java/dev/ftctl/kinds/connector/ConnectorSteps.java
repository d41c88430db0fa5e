package dev.ftctl.kinds.connector;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps from created to syncing: `create` (paused), `test`, then the parts, then `rest` (pause
/// the one that it was moved from), then `finish` (un-pause). What a crash leaves undone is an
/// ordinary difference, which the same steps finish.
final class ConnectorSteps {

  private ConnectorSteps() {}

  static List<Step> of(Change change, Intent intent) {
    return switch (change) {
      case Change.Create create -> activation(change, StepName.CREATE, create.wanted(), intent);
      case Change.Replace replace -> activation(change, StepName.REPLACE, replace.wanted(), intent);
      case Change.Update update -> update(update, intent);
      case Change.Keep keep -> keep(keep, intent);
      case Change.Delete delete -> List.of(new Step(change, StepName.DELETE, false));
      case Change.Gone gone -> List.of();
    };
  }

  private static Step test(Change change) {
    return new Step(change, StepName.TEST, false).sending(Calls.requests(1).withSetupTests(1));
  }

  /// Looks at the setup state before it un-pauses.
  private static Step finish(Change change) {
    return new Step(change, StepName.FINISH, true).sending(Calls.requests(2));
  }

  private static List<Step> activation(
      Change change, StepName first, Resource wanted, Intent intent) {
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(change, first, false)
            .sending(Step.plain(change).with(CallSort.CONNECTION_CREATION, 1)));
    // Whoever enters the credentials has them tested by that.
    boolean isByHand = wanted.metadata().isSetUpByHand();
    if (intent.setupTests() != Intent.SetupTests.NEVER && !isByHand) {
      steps.add(test(change));
    }
    rest(change).ifPresent(steps::add);
    if (!isByHand && wanted.spec().get("paused") instanceof Value.Bool paused && !paused.flag()) {
      steps.add(finish(change));
    }
    return steps;
  }

  private static Optional<Step> rest(Change change) {
    return change.findings().fields().stream().anyMatch(MovedFrom::rests)
        ? Optional.of(new Step(change, StepName.REST, true))
        : Optional.empty();
  }

  /// What is followed up may turn out to need nothing but its un-pausing.
  private static List<Step> keep(Change.Keep change, Intent intent) {
    var steps = new ArrayList<Step>();
    boolean always = isAlwaysTested(change.wanted(), change.live(), intent);
    if (change.findings().followUp() || always) {
      steps.add(test(change));
    }
    if (isUnpausedLater(change, change.wanted(), change.live())) {
      steps.add(finish(change));
    }
    return steps;
  }

  private static boolean isAlwaysTested(Resource wanted, Live live, Intent intent) {
    return intent.setupTests() == Intent.SetupTests.ALWAYS && !Activation.isByHand(wanted, live);
  }

  private static boolean isUnpausedLater(Change change, Resource wanted, Live live) {
    return change.findings().followUp() && Activation.unpauses(wanted, live);
  }

  private static List<Step> update(Change.Update change, Intent intent) {
    var steps = new ArrayList<Step>();
    boolean unpauses =
        change.findings().fields().stream().anyMatch(Activation::isUnpausing)
            || isUnpausedLater(change, change.wanted(), change.live());
    boolean patches =
        change.findings().fields().stream()
            .anyMatch(field -> !Activation.isUnpausing(field) && !MovedFrom.rests(field));
    boolean testsInPatch = change.findings().fields().stream().anyMatch(Activation::runsSetupTests);
    if (patches) {
      boolean runsTests =
          testsInPatch
              && intent.setupTests() != Intent.SetupTests.NEVER
              && !Activation.isByHand(change.wanted(), change.live());
      steps.add(
          new Step(change, StepName.UPDATE, false)
              .sending(Calls.requests(1).withSetupTests(runsTests ? 1 : 0)));
    }
    boolean tests = change.findings().followUp() && !testsInPatch;
    if (tests || isAlwaysTested(change.wanted(), change.live(), intent)) {
      steps.add(test(change));
    }
    rest(change).ifPresent(steps::add);
    if (unpauses) {
      steps.add(finish(change));
    }
    return steps;
  }
}
