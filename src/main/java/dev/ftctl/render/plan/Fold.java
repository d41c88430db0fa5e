package dev.ftctl.render.plan;

import dev.ftctl.impact.Impact;
import dev.ftctl.kind.Action;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Entries that print the same but for their instance, told as one.
///
/// @param entries at least one
record Fold(List<PlanReport.Entry> entries) {

  /// What must be the same for instances to be told as one.
  private record Sameness(
      Action action,
      Address document,
      SourceLocation place,
      List<String> fields,
      int unchanged,
      List<String> notes,
      List<String> dangers,
      String reason,
      Impact impact) {

    static Sameness of(PlanReport.Entry entry) {
      Findings findings = entry.findings();
      return new Sameness(
          entry.action(),
          entry.address().inGroup(""),
          entry.place(),
          findings.fields().stream().map(Sameness::words).toList(),
          findings.unchanged(),
          findings.notes(),
          entry.dangers(),
          entry.reason(),
          entry.impact());
    }

    private static String words(FieldChange field) {
      return String.join("\0", field.path().jsonPointer(), field.from(), field.to(), field.note());
    }
  }

  /// Folds updates, creations and moves that nothing blocks; what is dangerous is always told one
  /// by one. The order is that of the first of each.
  static List<Fold> all(List<PlanReport.Entry> entries, boolean isExpanded) {
    Map<Object, List<PlanReport.Entry>> alike = new LinkedHashMap<>();
    for (PlanReport.Entry entry : entries) {
      Object key = !isExpanded && isFoldable(entry) ? Sameness.of(entry) : entry.address();
      alike.computeIfAbsent(key, first -> new ArrayList<>()).add(entry);
    }
    return alike.values().stream().map(Fold::new).toList();
  }

  Fold {
    entries = List.copyOf(entries);
  }

  PlanReport.Entry first() {
    return entries.getFirst();
  }

  boolean isFolded() {
    return entries.size() > 1;
  }

  /// The address of one, the pattern and number of several.
  String name() {
    return isFolded()
        ? AddressPattern.instancesOf(first().address()) + " (" + entries.size() + " instances)"
        : first().address().toString();
  }

  private static boolean isFoldable(PlanReport.Entry entry) {
    boolean isHarmless =
        switch (entry.action()) {
          case CREATE, UPDATE, MOVE -> true;
          case REPLACE, DELETE, NONE -> false;
        };
    return isHarmless
        && !entry.address().instance().isEmpty()
        && entry.blocks().isEmpty()
        && entry.findings().problems().isEmpty();
  }
}
