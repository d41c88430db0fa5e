package dev.ftctl.manifest;

import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.binding.BoundBefore;
import dev.ftctl.manifest.outline.Doubts;
import dev.ftctl.manifest.outline.FileOutline;
import dev.ftctl.manifest.outline.OutlineMaker;
import dev.ftctl.manifest.project.ProjectFile;
import dev.ftctl.manifest.selection.FileList;
import dev.ftctl.model.address.Address;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the project says.
///
/// @param elsewhere documents, without group, that belong to other environments
/// @param before the bounds, for another reading
/// @param passed outlines of the files that were not looked into, by canonical path
/// @param doubts which of those have to be
/// @param maker of outlines, once nothing was found to be wrong
record DescribedProject(
    ProjectFile project,
    FileList files,
    List<Bound> bounds,
    Set<Address> elsewhere,
    BoundBefore before,
    Map<String, FileOutline> passed,
    Doubts doubts,
    Supplier<OutlineMaker> maker) {

  /// Whether nothing but the outline of a resource is known.
  boolean isStub(Bound bound) {
    return passed.containsKey(bound.draft().document().file());
  }

  Set<Address> stubs() {
    return bounds.stream()
        .filter(this::isStub)
        .map(bound -> bound.resource().address())
        .collect(Collectors.toSet());
  }

  /// What was looked into.
  List<Bound> lookedInto() {
    return bounds.stream().filter(bound -> !isStub(bound)).toList();
  }

  /// The files of some resources that were not looked into.
  Set<String> passed(Set<Address> some) {
    return bounds.stream()
        .filter(this::isStub)
        .filter(bound -> some.contains(bound.resource().address()))
        .map(bound -> bound.draft().document().file())
        .collect(Collectors.toSet());
  }
}
