package dev.ftctl.yaml.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A value where it stands in a file.
///
/// @param node as it was parsed
/// @param from the key that leads to it, or nothing for a document or an item
/// @param isAlias whether an alias stands here, so that the node is another place's
public record Spot(Node node, Optional<Node> from, boolean isAlias) {

  static Spot of(Node node) {
    return new Spot(node, Optional.empty(), false);
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isSequence() {
    return node instanceof SequenceNode;
  }

  /// The text of a scalar; empty for what is none.
  public Optional<String> scalar() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /// Whether another place of the file shares what stands here: it is an alias, or has an anchor.
  public boolean isShared() {
    return isAlias || node.getAnchor().isPresent();
  }

  /// The line, from 1.
  public int line() {
    return from.orElse(node).getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /// The keys of a mapping that are texts, in their order.
  public List<String> keys() {
    var keys = new ArrayList<String>();
    tuples()
        .forEach(tuple -> {
          if (tuple.getKeyNode() instanceof ScalarNode key) {
            keys.add(key.getValue());
          }
        });
    return keys;
  }

  /// The value under a key of a mapping.
  public Optional<Spot> get(String key) {
    return tuples().stream()
        .filter(tuple ->
            tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .findFirst()
        .map(this::value);
  }

  private Spot value(NodeTuple tuple) {
    Node value = tuple.getValueNode();
    // What lies inside an alias has no place of its own.
    return isAlias
        ? new Spot(value, Optional.empty(), true)
        : new Spot(value, Optional.of(tuple.getKeyNode()), isElsewhere(tuple));
  }

  /// An alias is parsed to the node that it stands for, which begins before its key.
  private static boolean isElsewhere(NodeTuple tuple) {
    return start(tuple.getValueNode()) < start(tuple.getKeyNode());
  }

  /// The items of a list.
  public List<Spot> items() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream()
            .map(item -> new Spot(item, Optional.empty(), isAlias || start(item) < start(sequence)))
            .toList()
        : List.of();
  }

  List<NodeTuple> tuples() {
    return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  static int start(Node node) {
    return node.getStartMark().orElseThrow().getIndex();
  }

  static int end(Node node) {
    return node.getEndMark().orElseThrow().getIndex();
  }
}
