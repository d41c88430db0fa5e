package dev.ftctl.drift;

import dev.ftctl.kind.finding.LiveElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which schemas, tables and columns came since.
final class NewElements {

  private static final int COLUMN = 3;

  /// Stands for a table whose columns were looked at.
  private static final String COLUMNS_OF = "columns of";

  private NewElements() {}

  /// Those that no line names and nobody has seen; of a new schema or table nothing below it. A
  /// column only where columns of its table were seen before.
  static List<Drift> of(FoundPart part, Set<String> seen) {
    var drifts = new ArrayList<Drift>();
    Set<List<String>> added = new HashSet<>();
    for (LiveElement element : part.elements()) {
      List<String> path = element.path();
      boolean isNew = !seen.contains(name(part, path)) && isJudged(part, path, seen);
      boolean isBelow =
          path.size() > 1 && added.contains(path.subList(0, 1))
              || path.size() == COLUMN && added.contains(path.subList(0, 2));
      if (isNew) {
        added.add(path);
      }
      if (isNew && !isBelow && isOpen(element)) {
        drifts.add(drift(part, element));
      }
    }
    return drifts;
  }

  /// Those of some names that nobody has decided about.
  static List<Drift> among(FoundPart part, Set<String> names) {
    return part.elements().stream()
        .filter(element -> names.contains(name(part, element.path())) && isOpen(element))
        .map(element -> drift(part, element))
        .toList();
  }

  private static boolean isOpen(LiveElement element) {
    return !element.isNamed() && !element.isDeviating();
  }

  private static Drift drift(FoundPart part, LiveElement element) {
    String note =
        "came since, and no line names it: "
            + (element.isEnabled() ? "the policy lets it sync" : "the policy keeps it out");
    return PartSurvey.element(DriftClass.NEW, part, element, note);
  }

  /// The hashed names of some elements.
  static Set<String> names(FoundPart part, List<Drift> of) {
    Set<String> names = new HashSet<>();
    of.forEach(drift -> names.add(name(part, drift.path().segments())));
    return names;
  }

  private static boolean isJudged(FoundPart part, List<String> path, Set<String> seen) {
    return path.size() < COLUMN || seen.contains(columnsOf(part, path));
  }

  /// The hashed names of all that there is.
  static Set<String> names(FoundPart part) {
    Set<String> names = new HashSet<>();
    for (LiveElement element : part.elements()) {
      names.add(name(part, element.path()));
      if (element.path().size() == COLUMN) {
        names.add(columnsOf(part, element.path()));
      }
    }
    return names;
  }

  private static String name(FoundPart part, List<String> path) {
    return Memory.hash(
        Stream.concat(Stream.of(part.owner()), path.stream()).toArray(String[]::new));
  }

  private static String columnsOf(FoundPart part, List<String> path) {
    return Memory.hash(COLUMNS_OF, part.owner(), path.get(0), path.get(1));
  }
}
