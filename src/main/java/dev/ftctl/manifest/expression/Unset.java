package dev.ftctl.manifest.expression;

import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;

/// Takes back what is not managed, once everything is merged: fields and items of lists that say
/// `${unset}`, or `${default(x, unset)}` where `x` is not set.
public record Unset(Lookup lookup, InstanceContext around) {

  public Node.Mapping without(Node.Mapping spec) {
    return holdsMark(spec) ? rest(spec) : spec;
  }

  /// Whether a node as a whole is to be left out.
  public boolean isMark(Node node) {
    return node instanceof Node.Scalar scalar && lookup.isLeftOut(scalar, around);
  }

  private boolean holdsMark(Node node) {
    if (node.contents().isLiteral()) {
      return false;
    }
    return switch (node) {
      case Node.Scalar scalar -> isMark(scalar);
      case Node.Refused refused -> false;
      case Node.Sequence sequence -> sequence.items().stream().anyMatch(this::holdsMark);
      case Node.Mapping mapping ->
          mapping.entries().values().stream().anyMatch(entry -> holdsMark(entry.value()));
    };
  }

  private Node.Mapping rest(Node.Mapping mapping) {
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

  private Node rest(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar;
      case Node.Refused refused -> refused;
      case Node.Mapping mapping -> rest(mapping);
      case Node.Sequence sequence ->
          new Node.Sequence(
              sequence.items().stream().filter(item -> !isMark(item)).map(this::rest).toList(),
              sequence.place());
    };
  }
}
