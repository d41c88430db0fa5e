package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// Composes trees from parser events, with bounds on depth and on size after aliases, so that no
/// file can exhaust stack or memory.
final class TreeReader {

  /// How many levels a tree may have.
  static final int DEEPEST = 64;

  /// How many nodes one file may hold, each alias counted with all that it stands for.
  static final long MOST_NODES = 2_000_000;

  private static final int SHORT = 64;

  private static final Set<String> CORE_TAGS =
      Set.of("null", "bool", "int", "float", "str", "seq", "map", "merge", "set", "timestamp");

  /// A finished node with the number of nodes in it and its levels.
  record Built(Node node, long size, int height) {}

  private final String file;
  private final Iterator<Event> events;
  private final List<Problem> problems;
  private final Map<String, Built> anchors = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /// Short texts that were met before, so that each is in memory once: keys and values of large
  /// files repeat.
  private final Map<String, String> texts = new HashMap<>();

  private long nodes;

  TreeReader(String file, Iterator<Event> events, List<Problem> problems) {
    this.file = file;
    this.events = events;
    this.problems = problems;
  }

  /// Adds the documents one by one, so that those before a failure are there.
  void readInto(List<Node> documents) {
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        anchors.clear();
        Node root = build(events.next(), 1).node();
        if (!(root instanceof Node.Scalar scalar && scalar.isNull())) {
          documents.add(root);
        }
      }
    }
  }

  Built build(Event event, int depth) {
    var place = Places.of(file, event);
    if (depth > DEEPEST) {
      throw failure(
          place, "yaml-depth", "nested more than " + DEEPEST + " levels deep", "flatten it");
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias, place, depth);
    }
    var node = (NodeEvent) event;
    Optional<String> anchor = node.getAnchor().map(Anchor::getValue);
    anchor.ifPresent(open::add);
    Built built =
        switch (node) {
          case ScalarEvent scalar -> scalar(scalar, place);
          case MappingStartEvent mapping ->
              new MappingReader(this, problems).read(events, collection(mapping, place), depth);
          default -> sequence(collection((CollectionStartEvent) node, place), depth);
        };
    anchor.ifPresent(name -> {
      open.remove(name);
      anchors.put(name, built);
    });
    return built;
  }

  /// Counts nodes against the bound.
  void charge(long size, SourceLocation place) {
    nodes += size;
    if (nodes > MOST_NODES) {
      throw failure(
          place,
          "yaml-size",
          "aliases (*name) make this file larger than %,d values".formatted(MOST_NODES),
          "use fewer");
    }
  }

  private Built scalar(ScalarEvent event, SourceLocation place) {
    charge(1, place);
    Optional<String> tag = event.getTag().map(text -> known(text, place));
    boolean isPlain =
        tag.map(name -> !name.equals("str") && !name.isEmpty()).orElse(event.isPlain());
    return new Built(new Node.Scalar(once(event.getValue()), isPlain, place), 1, 1);
  }

  private String once(String text) {
    if (text.length() > SHORT) {
      return text;
    }
    String earlier = texts.putIfAbsent(text, text);
    return earlier == null ? text : earlier;
  }

  private Built sequence(SourceLocation place, int depth) {
    charge(1, place);
    var items = new ArrayList<Node>();
    long size = 1;
    int height = 0;
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      Built item = build(event, depth + 1);
      items.add(item.node());
      size += item.size();
      height = Math.max(height, item.height());
    }
    return new Built(new Node.Sequence(items, place), size, height + 1);
  }

  private Built aliased(AliasEvent alias, SourceLocation place, int depth) {
    String name = alias.getAlias().getValue();
    if (open.contains(name)) {
      throw failure(
          place,
          "yaml-alias",
          "the alias *" + name + " stands inside what it repeats",
          "remove it");
    }
    Built target = anchors.get(name);
    if (target == null) {
      throw failure(
          place,
          "yaml-alias",
          "the alias *" + name + " has no anchor before it",
          dev.ftctl.model.address.Near.hint(name, anchors.keySet()));
    }
    if (depth + target.height() - 1 > DEEPEST) {
      throw failure(
          place,
          "yaml-depth",
          "aliases nest more than " + DEEPEST + " levels deep",
          "flatten them");
    }
    charge(target.size(), place);
    return target;
  }

  private SourceLocation collection(CollectionStartEvent event, SourceLocation place) {
    event.getTag().ifPresent(tag -> known(tag, place));
    return place;
  }

  /// The short name of a core tag, empty for the tag `!` that means text.
  private String known(String tag, SourceLocation place) {
    String name = tag.replace("tag:yaml.org,2002:", "");
    if (tag.equals("!")) {
      return "";
    }
    if (!CORE_TAGS.contains(name)) {
      throw failure(place, "yaml-tag", "the tag '" + tag + "' means nothing here", "remove it");
    }
    return name;
  }

  static BrokenYaml failure(SourceLocation place, String rule, String message, String fix) {
    return new BrokenYaml(Problem.error(place, rule, "", message, fix));
  }
}
