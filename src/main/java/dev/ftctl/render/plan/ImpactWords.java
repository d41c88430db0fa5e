package dev.ftctl.render.plan;

import dev.ftctl.impact.Impact;
import dev.ftctl.impact.Impacts;
import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What depends on a change, in the words of texts and comments.
final class ImpactWords {

  private static final int MOST_NAMED = 10;
  private static final int MOST_NAMED_IN_COMMENTS = 50;

  private ImpactWords() {}

  /// Whether there is anything to say of it.
  static boolean isTold(Impact impact) {
    return !impact.isOfNothing() && impact.isKnown();
  }

  /// Whether somebody reads what breaks.
  static boolean isFelt(Impact impact) {
    return isTold(impact) && !impact.dependents().isEmpty();
  }

  /// `12 models, 4 tests, 2 exposures, 3 owners`; `0 models` where nothing depends.
  static String counts(Impact impact) {
    var words = new ArrayList<String>();
    words.add(English.count(impact.models().size(), "model"));
    add(words, impact.tests().size(), "test");
    add(words, impact.exposures().size(), "exposure");
    Map<String, Long> others =
        impact.others().stream()
            .collect(
                Collectors.groupingBy(Impact.Dependent::type, TreeMap::new, Collectors.counting()));
    others.forEach((type, count) -> add(words, count, type.replace('_', ' ')));
    add(words, impact.owners().size(), "owner");
    return String.join(", ", words);
  }

  private static void add(List<String> words, long count, String noun) {
    if (count > 0) {
      words.add(English.count(count, English.printable(noun)));
    }
  }

  /// One line: `downstream: 0 models: dbt reads nothing of it`.
  static String line(Impact impact) {
    String why =
        isFelt(impact)
            ? ""
            : impact.sources().isEmpty()
                ? ": dbt reads nothing of it"
                : ": nothing depends on " + named(impact.sources().values(), MOST_NAMED);
    return "downstream: " + counts(impact) + why;
  }

  /// `models dim_users, stg_users`, a line for each sort that there is something of.
  ///
  /// @param isExpanded whether each name is told
  static List<String> names(Impact impact, boolean isExpanded) {
    return names(impact, isExpanded ? Integer.MAX_VALUE : MOST_NAMED);
  }

  /// For a comment, which folds them.
  static List<String> names(Impact impact) {
    return names(impact, MOST_NAMED_IN_COMMENTS);
  }

  private static List<String> names(Impact impact, int most) {
    var lines = new ArrayList<String>();
    add(lines, "models", named(impact.models()), most);
    add(lines, "tests", named(impact.tests()), most);
    add(lines, "exposures", named(impact.exposures()), most);
    add(
        lines,
        "others",
        impact.others().stream().map(one -> one.type() + " " + one.name()).toList(),
        most);
    add(lines, "owners", List.copyOf(impact.owners()), most);
    add(lines, "through", List.copyOf(impact.sources().values()), most);
    return lines;
  }

  private static List<String> named(List<Impact.Dependent> all) {
    return all.stream().map(Impact.Dependent::name).toList();
  }

  private static void add(List<String> lines, String sort, List<String> names, int most) {
    if (!names.isEmpty()) {
      lines.add(English.column(sort, 11, 1) + named(names, most));
    }
  }

  private static String named(Collection<String> names, int most) {
    String first =
        names.stream().limit(most).map(English::printable).collect(Collectors.joining(", "));
    return names.size() > most ? first + " and " + (names.size() - most) + " more" : first;
  }

  /// Of the whole plan: what was asked, and what it said.
  static String whole(Impacts impacts) {
    String projects = impacts.manifest().map(dbt -> String.join(", ", dbt.projects())).orElse("");
    String of = projects.isEmpty() ? "" : " of dbt project " + English.printable(projects);
    return impacts.all().isEmpty()
        ? "nothing that"
            + (projects.isEmpty() ? " dbt" : of.replaceFirst(" of", ""))
            + " may read breaks"
        : counts(impacts.total()) + of;
  }
}
