package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.snakeyaml.engine.v2.events.Event;

/// Composes one mapping: text keys, each once, and what `<<` merges in under them.
final class MappingReader {

  private static final String MERGE = "<<";

  private final TreeReader tree;
  private final List<Problem> problems;
  private final LinkedHashMap<String, Node.Entry> own = new LinkedHashMap<>();
  private final LinkedHashMap<String, Node.Entry> merged = new LinkedHashMap<>();
  private long size = 1;
  private int height;

  MappingReader(TreeReader tree, List<Problem> problems) {
    this.tree = tree;
    this.problems = problems;
  }

  TreeReader.Built read(Iterator<Event> events, SourceLocation place, int depth) {
    tree.charge(1, place);
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      var key = key(tree.build(event, depth + 1).node());
      TreeReader.Built value = tree.build(events.next(), depth + 1);
      size += value.size();
      height = Math.max(height, value.height());
      if (key.isPlain() && key.text().equals(MERGE)) {
        merge(value.node(), key.place());
      } else {
        put(key, value.node());
      }
    }
    merged.forEach(own::putIfAbsent);
    return new TreeReader.Built(new Node.Mapping(own, place), size, height + 1);
  }

  private static Node.Scalar key(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar;
    }
    throw TreeReader.failure(
        node.place(),
        "yaml-key",
        "a key is " + node.what() + ", not text",
        "write a text before the ':'");
  }

  private void put(Node.Scalar key, Node value) {
    Node.Entry earlier = own.putIfAbsent(key.text(), new Node.Entry(key.place(), value));
    if (earlier != null) {
      String message =
          "the key '"
              + key.text()
              + "' stands here a second time, first in line "
              + earlier.keyPlace().line();
      problems.add(Problem.error(key.place(), "duplicate-key", "", message, "remove one of them"));
    }
  }

  private void merge(Node value, SourceLocation place) {
    switch (value) {
      case Node.Mapping mapping -> {
        tree.charge(mapping.entries().size(), place);
        mapping.entries().forEach(merged::putIfAbsent);
      }
      case Node.Sequence several -> several.items().forEach(item -> mergeOne(item, place));
      case Node.Scalar scalar -> throw notMergeable(scalar);
      case Node.Refused refused -> throw notMergeable(refused);
    }
  }

  private void mergeOne(Node item, SourceLocation place) {
    if (!(item instanceof Node.Mapping)) {
      throw notMergeable(item);
    }
    merge(item, place);
  }

  private static BrokenYaml notMergeable(Node node) {
    return TreeReader.failure(
        node.place(),
        "yaml-merge",
        "'<<' merges mappings, not " + node.what(),
        "name an anchor of a mapping");
  }
}
