package dev.ftctl.diff;

import dev.ftctl.kind.compare.Initial;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.List;

/// What is left to others (`ignore:` of the project file): whole objects, which are neither
/// compared nor reported nor pruned, and fields, which are sent at a creation and never compared.
record Ignoring(List<Project.Ignored> entries) {

  boolean leaves(Address address) {
    return entries.stream().anyMatch(entry -> entry.fields().isEmpty() && entry.covers(address));
  }

  /// The resource as an object that exists is compared with it.
  Resource compared(Resource wanted) {
    Value.Mapping spec = wanted.spec();
    for (Project.Ignored entry : entries) {
      if (entry.covers(wanted.address())) {
        spec = Initial.without(spec, entry.fields());
      }
    }
    return spec.equals(wanted.spec())
        ? wanted
        : new Resource(wanted.address(), wanted.metadata(), spec, wanted.place());
  }
}
