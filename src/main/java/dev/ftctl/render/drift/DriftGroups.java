package dev.ftctl.render.drift;

import dev.ftctl.drift.DriftClass;
import dev.ftctl.drift.DriftReport;
import dev.ftctl.drift.Memory.Told;
import dev.ftctl.drift.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sections of a report for people, in their order; within each, what is about one subject
/// stands together.
///
/// @param title of the section
/// @param bySubject in their order
record DriftGroups(String title, Map<Subject, List<Told>> bySubject) {

  static List<DriftGroups> of(DriftReport report) {
    return List.of(
            of("Breaks the manifests", report.breaches()),
            of("Undeclared", report.of(DriftClass.UNMANAGED)),
            of("New under the policy", report.of(DriftClass.NEW)),
            of("Intended: changed in the manifests, not applied yet", report.intended()))
        .stream()
        .filter(group -> !group.bySubject().isEmpty())
        .toList();
  }

  static DriftGroups of(String title, List<Told> told) {
    var bySubject = new LinkedHashMap<Subject, List<Told>>();
    told.forEach(one ->
        bySubject.computeIfAbsent(one.drift().subject(), first -> new ArrayList<>()).add(one));
    return new DriftGroups(title, bySubject);
  }

  int size() {
    return bySubject.values().stream().mapToInt(List::size).sum();
  }
}
