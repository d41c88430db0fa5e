package dev.ftctl.yaml;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.CompactMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a [TreeCode] beside the lines of its file. A code of another file leads out of the lines,
/// or to a tree that no parser makes, and is refused.
final class CodedTree {

  private final String file;
  private final List<String> lines;
  private final byte[] code;
  private final List<Node> known = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private int at;

  CodedTree(String file, List<String> lines, byte[] code) {
    this.file = file;
    this.lines = lines;
    this.code = code;
  }

  /// @throws IndexOutOfBoundsException when it is none of this file
  /// @throws IllegalArgumentException when it is none of this file
  List<Node> documents() {
    int count = count();
    var documents = new ArrayList<Node>(count);
    for (int index = 0; index < count; index++) {
      documents.add(node(1));
    }
    if (at != code.length) {
      throw new IllegalArgumentException("there is more");
    }
    return documents;
  }

  private Node node(int depth) {
    if (depth > TreeReader.DEEPEST) {
      throw new IllegalArgumentException("too deep");
    }
    int sort = number();
    if (sort == TreeCode.AGAIN) {
      return known.get(number());
    }
    SourceLocation place = place();
    return switch (sort) {
      case TreeCode.SEQUENCE -> sequence(place, depth);
      case TreeCode.MAPPING -> mapping(place, depth);
      default ->
          new Node.Scalar(
              text(sort, place), sort == TreeCode.PLAIN || sort == TreeCode.PLAIN_EMPTY, place);
    };
  }

  private Node sequence(SourceLocation place, int depth) {
    int number = keep();
    int count = count();
    var items = new ArrayList<Node>(count);
    for (int index = 0; index < count; index++) {
      items.add(node(depth + 1));
    }
    return kept(number, new Node.Sequence(items, place));
  }

  private Node mapping(SourceLocation place, int depth) {
    int number = keep();
    int count = count();
    var entries = new CompactMap.Builder<Node.Entry>(count);
    for (int index = 0; index < count; index++) {
      int sort = number();
      SourceLocation keyPlace = place();
      String key = text(sort, keyPlace);
      entries.add(key, new Node.Entry(keyPlace, node(depth + 1)));
    }
    return kept(number, new Node.Mapping(entries.build(), place));
  }

  /// A place for what is being read: nothing may contain itself.
  private int keep() {
    known.add(new Node.Scalar("", true, SourceLocation.NONE));
    return known.size() - 1;
  }

  private Node kept(int number, Node node) {
    known.set(number, node);
    return node;
  }

  private String text(int sort, SourceLocation place) {
    int quote = sort == TreeCode.QUOTED ? 1 : 0;
    return switch (sort) {
      case TreeCode.PLAIN_EMPTY, TreeCode.EMPTY -> "";
      case TreeCode.PLAIN, TreeCode.BARE, TreeCode.QUOTED -> {
        int start = place.column() - 1 + quote;
        String text =
            lines.get(place.line() - 1).substring(start, start + place.width() - 2 * quote);
        String earlier = texts.putIfAbsent(text, text);
        yield earlier == null ? text : earlier;
      }
      default -> throw new IllegalArgumentException("no text");
    };
  }

  private SourceLocation place() {
    return new SourceLocation(file, number(), number(), number());
  }

  /// Each thing takes a byte at least, so that no number makes much of little.
  private int count() {
    int count = number();
    if (count < 0 || count > code.length - at) {
      throw new IllegalArgumentException("too many");
    }
    return count;
  }

  private int number() {
    int number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte next = code[at++];
      number |= (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("no number");
  }
}
