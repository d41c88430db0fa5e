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
  public record Layer(Sort sort, String what, Node.Mapping spec) {}

  /// What a layer is, lowest first.
  public enum Sort {
    DEFAULTS,
    TEMPLATE,
    DOCUMENT,
    OVERLAY
  }

  /// A document that speaks of a resource.
  ///
  /// @param inside the field of its spec that holds what is said; empty for all of it
  /// @param layers lowest first, each with the whole of its spec
  public record Voice(Document document, String inside, List<Layer> layers) {}

  /// @param document without group
  /// @param inside the field of its spec that holds what is said; empty for all of it
  private record Part(Address document, String inside) {}

  private final boolean isKept;
  private final Map<Address, Document> documents = new HashMap<>();
  private final Map<Address, List<Layer>> layers = new HashMap<>();
  private final Map<Address, List<Part>> parts = new HashMap<>();

  /// @param isKept whether somebody will ask
  public Trail(boolean isKept) {
    this.isKept = isKept;
  }

  /// @param all of one document, lowest first
  void add(Document document, List<Layer> all) {
    if (isKept) {
      documents.put(address(document), document);
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
    for (Part part : partsOf(resource)) {
      List<Layer> down = layers.getOrDefault(part.document(), List.of()).reversed();
      String group = resource.instance();
      for (Layer layer : down) {
        if (!group.isEmpty()
            && layer.spec().get(Document.OVERRIDES).orElse(null) instanceof Node.Mapping groups
            && groups.get(group).orElse(null) instanceof Node.Mapping fields) {
          add(
              all,
              layer.sort(),
              "overrides of " + group + ", " + layer.what(),
              fields,
              part.inside());
        }
      }
      down.forEach(layer -> add(all, layer.sort(), layer.what(), layer.spec(), part.inside()));
    }
    return all;
  }

  /// The documents that speak of a resource, that of the fewest instances first.
  public List<Voice> voices(Address resource) {
    var voices = new ArrayList<Voice>();
    for (Part part : partsOf(resource)) {
      Document document = documents.get(part.document());
      if (document != null) {
        voices.add(
            new Voice(document, part.inside(), layers.getOrDefault(part.document(), List.of())));
      }
    }
    return voices;
  }

  private List<Part> partsOf(Address resource) {
    return parts.getOrDefault(resource, List.of(new Part(resource.inGroup(""), "")));
  }

  private static void add(
      List<Layer> all, Sort sort, String what, Node.Mapping spec, String inside) {
    if (inside.isEmpty()) {
      all.add(new Layer(sort, what, spec));
    } else if (spec.get(inside).orElse(null) instanceof Node.Mapping fields) {
      all.add(new Layer(sort, what, fields));
    }
  }

  private static Address address(Document document) {
    return Address.of(document.kind().slug(), document.metadata().name());
  }
}
