package dev.ftctl.manifest.expansion;

import dev.ftctl.manifest.document.Document;
import dev.ftctl.model.address.Address;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Remembers what lies over each other in a document, for who asks where a value comes from.
public final class Trail {

  /// What says something of a resource.
  ///
  /// @param what in words: `defaults`, `template feed`, `overlay`, `overrides of eu, template feed`
  /// @param spec as it is written, at the level of the resource's own
  public record Layer(String what, Node.Mapping spec) {}

  /// @param document without group
  /// @param inside the field of its spec that holds what is said; empty for all of it
  private record Part(Address document, String inside) {}

  private final boolean isKept;
  private final Map<Address, List<Layer>> layers = new HashMap<>();
  private final Map<Address, List<Part>> parts = new HashMap<>();

  /// @param isKept whether somebody will ask
  public Trail(boolean isKept) {
    this.isKept = isKept;
  }

  /// @param all of one document, lowest first
  void add(Document document, List<Layer> all) {
    if (isKept) {
      layers.put(address(document), List.copyOf(all));
    }
  }

  /// Of a part that stood in its owner.
  void inside(Address part, Document owner, String field) {
    if (isKept) {
      parts.put(part, List.of(new Part(address(owner), field)));
    }
  }

  /// Of a resource that documents with names of their own speak of.
  ///
  /// @param documents that of the fewest instances first
  void said(Address resource, List<Document> documents) {
    if (isKept) {
      parts.put(
          resource, documents.stream().map(document -> new Part(address(document), "")).toList());
    }
  }

  /// What was said of a resource, the last that counts first.
  public List<Layer> of(Address resource) {
    var all = new ArrayList<Layer>();
    for (Part part : parts.getOrDefault(resource, List.of(new Part(resource.inGroup(""), "")))) {
      List<Layer> down = layers.getOrDefault(part.document(), List.of()).reversed();
      String group = resource.instance();
      for (Layer layer : down) {
        if (!group.isEmpty()
            && layer.spec().get(Document.OVERRIDES).orElse(null) instanceof Node.Mapping groups
            && groups.get(group).orElse(null) instanceof Node.Mapping fields) {
          add(all, "overrides of " + group + ", " + layer.what(), fields, part.inside());
        }
      }
      down.forEach(layer -> add(all, layer.what(), layer.spec(), part.inside()));
    }
    return all;
  }

  private static void add(List<Layer> all, String what, Node.Mapping spec, String inside) {
    if (inside.isEmpty()) {
      all.add(new Layer(what, spec));
    } else if (spec.get(inside).orElse(null) instanceof Node.Mapping fields) {
      all.add(new Layer(what, fields));
    }
  }

  private static Address address(Document document) {
    return Address.of(document.kind().slug(), document.metadata().name());
  }
}
