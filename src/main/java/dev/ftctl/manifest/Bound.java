package dev.ftctl.manifest;

import dev.ftctl.model.Resource;
import java.util.List;

/// A resource, what it refers to, and the draft that it came from.
record Bound(Resource resource, List<Link> links, Draft draft) {
  Bound {
    links = List.copyOf(links);
  }
}
