package dev.ftctl.yaml.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Pieces of a text that give way to others. Places are the parser's: letters from the beginning, a
/// pair of surrogates counting as one.
final class Splices {

  /// One piece; `order` keeps what goes to one place in the order in which it came.
  private record Splice(int start, int end, String with, int order) {}

  private final String text;
  private final boolean hasPairs;
  private final String lineEnd;
  private final List<Splice> all = new ArrayList<>();

  Splices(String text) {
    this.text = text;
    this.hasPairs = text.codePointCount(0, text.length()) != text.length();
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
  }

  boolean any() {
    return !all.isEmpty();
  }

  String applied() {
    var ordered = new ArrayList<>(all);
    ordered.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::order));
    var after = new StringBuilder();
    int done = 0;
    for (Splice splice : ordered) {
      if (splice.start() >= done) {
        after.append(text, done, splice.start()).append(splice.with());
        done = splice.end();
      }
    }
    return after.append(text, done, text.length()).toString();
  }

  private int at(int place) {
    return hasPairs ? text.offsetByCodePoints(0, place) : place;
  }

  private void splice(int start, int end, String with) {
    all.add(new Splice(start, end, with.replace("\n", lineEnd), all.size()));
  }

  void replace(Node node, String with) {
    splice(at(Spot.start(node)), at(Spot.end(node)), with);
  }

  void replace(int start, int end, String with) {
    splice(at(start), at(end), with);
  }

  /// Puts a value in place of the alias behind a key.
  boolean alias(int keyEnd, String with) {
    int star = text.indexOf('*', at(keyEnd));
    if (star < 0) {
      return false;
    }
    splice(star, at(aliasEnd(keyEnd)), with);
    return true;
  }

  /// Where the alias behind a key ends.
  int aliasEnd(int keyEnd) {
    int end = text.indexOf('*', at(keyEnd));
    while (end >= 0 && end < text.length() && " \t\r\n,]}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return hasPairs ? text.codePointCount(0, end) : end;
  }

  /// Lines behind the one in which a place is.
  void insertLines(int place, String lines) {
    int end = text.indexOf('\n', Math.max(0, at(place) - 1));
    if (end < 0) {
      splice(text.length(), text.length(), "\n" + lines.stripTrailing());
    } else {
      splice(end + 1, end + 1, lines);
    }
  }

  void addToFlow(Node collection, boolean isEmpty, String entry) {
    int end = at(Spot.end(collection)) - 1;
    int last = end;
    while (last > 0 && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    boolean hasComma = text.charAt(last - 1) == ',';
    splice(last, last, (isEmpty ? "" : hasComma ? " " : ", ") + entry);
  }

  /// Whether a letter stands between two places.
  boolean has(char letter, int start, int end) {
    int found = text.indexOf(letter, at(start));
    return found >= 0 && found < at(end);
  }

  /// A list in brackets, of which some items stay as they are written.
  void flowList(Node list, List<Spot> kept, List<String> more) {
    var items = new ArrayList<String>();
    kept.forEach(
        item -> items.add(text.substring(at(Spot.start(item.node())), at(Spot.end(item.node())))));
    items.addAll(more);
    replace(list, "[" + String.join(", ", items) + "]");
  }

  /// With the comma that parts it from the next, or else from the one before.
  void takeFromFlow(int start, int end, boolean hasNext) {
    int from = at(start);
    int to = at(end);
    if (hasNext) {
      to = text.indexOf(',', to) + 1;
      while (to < text.length() && text.charAt(to) == ' ') {
        to++;
      }
    } else {
      int comma = from - 1;
      while (comma > 0 && Character.isWhitespace(text.charAt(comma))) {
        comma--;
      }
      from = text.charAt(comma) == ',' ? comma : from;
    }
    splice(from, to, "");
  }

  /// Removes whole lines, but for the comment at their end, which then has a line of its own; or,
  /// where something else begins in the first line, all up to what follows.
  ///
  /// @param next where the next entry begins, -1 for none
  boolean removeLines(int start, int end, int next) {
    int from = at(start);
    int lineStart = text.lastIndexOf('\n', from - 1) + 1;
    if (!text.substring(lineStart, from).isBlank()) {
      if (next < 0) {
        return false;
      }
      splice(from, at(next), "");
      return true;
    }
    int lineEnds = text.indexOf('\n', Math.max(from, at(end) - 1));
    int comment = text.indexOf('#', at(end));
    if (comment >= 0
        && (lineEnds < 0 || comment < lineEnds)
        && text.substring(at(end), comment).isBlank()) {
      splice(from, comment, "");
      return true;
    }
    splice(lineStart, lineEnds < 0 ? text.length() : lineEnds + 1, "");
    return true;
  }

  /// Where the dash of an item stands.
  int dashBefore(int item) {
    int dash = text.lastIndexOf('-', at(item) - 1);
    return hasPairs ? text.codePointCount(0, dash) : dash;
  }

  int indentOf(int place) {
    int from = at(place);
    return from - (text.lastIndexOf('\n', from - 1) + 1);
  }

  /// Where the last letter of a value ends: a block's own end is where the next token begins.
  int contentEnd(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() != FlowStyle.FLOW
        && !collection.getValue().isEmpty()) {
      return contentEnd(lastOf(collection));
    }
    if (!isBlockScalar(node)) {
      return Spot.end(node);
    }
    int end = at(Spot.end(node));
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return hasPairs ? text.codePointCount(0, end) : end;
  }

  private static Node lastOf(CollectionNode<?> collection) {
    return switch (collection) {
      case MappingNode mapping -> {
        var last = mapping.getValue().getLast();
        yield Spot.start(last.getValueNode()) < Spot.start(last.getKeyNode())
            ? last.getKeyNode()
            : last.getValueNode();
      }
      case SequenceNode sequence -> sequence.getValue().getLast();
      default -> collection;
    };
  }

  static boolean isBlockScalar(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
            || scalar.getScalarStyle() == ScalarStyle.FOLDED);
  }
}
