package dev.ftctl.manifest.expression;

import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;

/// Takes back what `${unset}` says is not managed, once everything is merged.
public final class Unset {

  private Unset() {}

  public static Node.Mapping without(Node.Mapping spec) {
    return holdsMark(spec) ? rest(spec) : spec;
  }

  private static boolean holdsMark(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> isMark(scalar);
      case Node.Sequence sequence -> sequence.items().stream().anyMatch(Unset::holdsMark);
      case Node.Mapping mapping ->
          mapping.entries().values().stream().anyMatch(entry -> holdsMark(entry.value()));
    };
  }

  private static Node.Mapping rest(Node.Mapping mapping) {
    var kept = new LinkedHashMap<String, Node.Entry>();
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (!isMark(entry.value())) {
            kept.put(key, new Node.Entry(entry.keyPlace(), rest(entry.value())));
          }
        });
    return new Node.Mapping(kept, mapping.place());
  }

  private static Node rest(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar;
      case Node.Mapping mapping -> rest(mapping);
      case Node.Sequence sequence ->
          new Node.Sequence(sequence.items().stream().map(Unset::rest).toList(), sequence.place());
    };
  }

  private static boolean isMark(Node node) {
    return node instanceof Node.Scalar scalar && scalar.text().equals("${unset}");
  }
}
