package dev.ftctl.render.outcome;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.render.English;

/// How many steps ended in which way.
record OutcomeCounts(
    long done, long held, long waiting, long unfinished, long failed, long skipped, long writes) {

  static OutcomeCounts of(Outcomes outcomes) {
    return new OutcomeCounts(
        count(outcomes, Outcome.Done.class),
        count(outcomes, Outcome.Held.class),
        count(outcomes, Outcome.Waiting.class),
        count(outcomes, Outcome.Unfinished.class),
        count(outcomes, Outcome.Failed.class)
            + count(outcomes, Outcome.Broken.class)
            + count(outcomes, Outcome.Overtaken.class),
        count(outcomes, Outcome.Skipped.class),
        outcomes.writes());
  }

  String text() {
    return "Apply: %d done, %d held, %d waiting, %d unfinished, %d failed, %d skipped; %s."
        .formatted(
            done, held, waiting, unfinished, failed, skipped, English.count(writes, "write"));
  }

  private static long count(Outcomes outcomes, Class<? extends Outcome> how) {
    return outcomes.outcomes().stream().filter(how::isInstance).count();
  }
}
