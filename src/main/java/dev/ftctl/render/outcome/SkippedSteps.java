package dev.ftctl.render.outcome;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.model.address.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Steps that did not begin, by what they were skipped for. An interrupted run skips hundreds for
/// one reason: those are counted by kind and step, the first of each named. A report has them all.
final class SkippedSteps {

  /// So many of one reason are told one by one.
  private static final int TOLD_EACH = 3;

  private static final int NAMED = 3;

  private final Map<String, List<Outcome.Skipped>> byReason;

  SkippedSteps(Outcomes outcomes) {
    this.byReason =
        outcomes.outcomes().stream()
            .filter(Outcome.Skipped.class::isInstance)
            .map(Outcome.Skipped.class::cast)
            .collect(Collectors.groupingBy(Outcome.Skipped::because));
  }

  boolean isGrouped(Outcome.Skipped step) {
    return alike(step).size() > TOLD_EACH;
  }

  boolean isFirst(Outcome.Skipped step) {
    return alike(step).getFirst().equals(step);
  }

  long count(Outcome.Skipped step) {
    return alike(step).size();
  }

  /// What was skipped for the same reason: `14 connector: create a@x b@x c@x and 11 more`.
  List<String> groups(Outcome.Skipped step) {
    var groups = new LinkedHashMap<String, List<String>>();
    for (Outcome.Skipped one : alike(step)) {
      Address address = one.step().address();
      String name = address.toString().substring(address.kind().length() + 1);
      groups
          .computeIfAbsent(
              address.kind() + ": " + one.step().name().word(), first -> new ArrayList<>())
          .add(name);
    }
    var lines = new ArrayList<String>();
    groups.forEach((what, names) -> lines.add(names.size() + " " + what + "  " + named(names)));
    return lines;
  }

  private static String named(List<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(" "));
    return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
  }

  private List<Outcome.Skipped> alike(Outcome.Skipped step) {
    return byReason.getOrDefault(step.because(), List.of(step));
  }
}
