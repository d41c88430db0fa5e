package dev.ftctl.manifest.binding;

import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.model.Resource;
import java.util.List;

/// A resource, what it refers to, and the draft that it came from.
public record Bound(Resource resource, List<Link> links, Draft draft) {
  public Bound {
    links = List.copyOf(links);
  }
}
