package dev.ftctl.manifest.selection;

import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reports documents that the project's `scope:` does not cover, and those that it has released.
public record ScopeCheck(Project project, Problems problems) {

  public void check(List<Bound> bounds) {
    bounds.stream()
        .filter(bound -> project.releases(bound.resource().address()))
        .forEach(this::released);
    if (project.scope().isEmpty()) {
      return;
    }
    for (Bound bound : bounds) {
      Address address = bound.resource().address();
      if (!covers(bound)) {
        new Report(problems, bound.draft().document().subject())
            .error(
                bound.resource().place(),
                "outside-scope",
                address + " is outside of the project's scope",
                "widen 'scope:' in " + project.file() + ", or describe it where it belongs");
      }
    }
  }

  private void released(Bound bound) {
    new Report(problems, bound.draft().document().subject())
        .error(
            bound.resource().place(),
            "released",
            bound.resource().address() + " is described here and released in " + project.file(),
            "take the document out, or the pattern out of 'released:'");
  }

  private boolean covers(Bound bound) {
    Address address = bound.resource().address();
    Set<String> kinds = Set.of(address.kind(), bound.draft().kind().name());
    return project.scope().includes(address, kinds, groups(bound));
  }

  private static Set<String> groups(Bound bound) {
    var groups = new TreeSet<String>();
    Address address = bound.resource().address();
    if (address.kind().equals(ExpansionContext.GROUP)) {
      groups.add(address.name());
      groups.add(bound.resource().spec().text("name"));
    }
    if (!address.instance().isEmpty()) {
      groups.add(address.instance());
    }
    if (bound.resource().spec().get(ExpansionContext.GROUP) instanceof Value.Reference group) {
      groups.add(group.target().name());
    }
    return groups;
  }
}
