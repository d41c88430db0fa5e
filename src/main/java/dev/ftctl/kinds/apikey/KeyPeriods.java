package dev.ftctl.kinds.apikey;

import dev.ftctl.model.Resource;
import dev.ftctl.model.WrittenDuration;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How long a key lasts, and its old secret beside the new one.
final class KeyPeriods {

  static final String LASTS = "expiration_period_days";
  static final String OVERLAP = "overlap_days";

  private static final int LONGEST = 365;
  private static final int LONGEST_OVERLAP = 30;

  private KeyPeriods() {}

  static List<Problem> check(Resource wanted) {
    return Stream.of(
            within(wanted, LASTS, 1, LONGEST),
            within(wanted, OVERLAP, 0, LONGEST_OVERLAP),
            alwaysDue(wanted))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What is due as soon as it is made would be rotated by every run.
  private static Optional<Problem> alwaysDue(Resource wanted) {
    int lasts = days(wanted, LASTS, LONGEST);
    Duration before = wanted.metadata().rotateBefore();
    return before.compareTo(Duration.ofDays(lasts)) < 0
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                wanted.place(),
                "contradiction",
                wanted.address().toString(),
                "says `rotate_before: "
                    + WrittenDuration.of(before)
                    + "`, and the key lasts "
                    + lasts
                    + " days: every run would rotate it",
                "let it last longer, or be rotated later"));
  }

  static int days(Resource wanted, String field, int otherwise) {
    return wanted.spec().get(field) instanceof Value.Num days
        ? days.number().intValue()
        : otherwise;
  }

  private static Optional<Problem> within(Resource wanted, String field, int least, int most) {
    int days = days(wanted, field, least);
    return days < least || days > most
        ? Optional.of(
            Problem.error(
                wanted.spec().placeOf(field),
                "unknown-value",
                wanted.address().toString(),
                field + " is " + days + ", and Fivetran takes " + least + " to " + most,
                "write a number of days between them"))
        : Optional.empty();
  }
}
