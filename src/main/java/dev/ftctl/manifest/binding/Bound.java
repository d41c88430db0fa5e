package dev.ftctl.manifest.binding;

import dev.ftctl.kind.table.UnknownName;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.model.Resource;
import java.util.List;

/// A resource, what it refers to, and the draft that it came from.
///
/// @param unsettled names that the catalogue lacks and the account's metadata may know
public record Bound(Resource resource, List<Link> links, Draft draft, List<UnknownName> unsettled) {
  public Bound {
    links = List.copyOf(links);
    unsettled = List.copyOf(unsettled);
  }
}
