package dev.ftctl.yaml;

import dev.ftctl.model.problem.SourceLocation;
import java.io.ByteArrayOutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// The trees of a file as numbers alone: what is nested in what, and where in the file each text
/// stands. A text is never part of it, so that nothing of the file can be read from it; together
/// with the file it gives the same trees, without a parser. Files with texts that don't stand there
/// as they are (escapes, several lines, tags) have none.
public final class TreeCode {

  static final int PLAIN = 0;
  static final int BARE = 1;
  static final int QUOTED = 2;
  static final int PLAIN_EMPTY = 3;
  static final int EMPTY = 4;
  static final int SEQUENCE = 5;
  static final int MAPPING = 6;
  static final int AGAIN = 7;

  private final List<String> lines;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private final IdentityHashMap<Node, Integer> known = new IdentityHashMap<>();

  private TreeCode(List<String> lines) {
    this.lines = lines;
  }

  /// A text of the file that does not stand there as it is.
  private static final class Uncodable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Uncodable() {
      super("", null, false, false);
    }
  }

  /// @return empty for a file with problems, or that can't be written so
  public static Optional<byte[]> of(YamlFile file, byte[] bytes) {
    if (!file.problems().isEmpty() || hasWideLetters(bytes)) {
      return Optional.empty();
    }
    var code = new TreeCode(file.lines());
    try {
      code.number(file.documents().size());
      file.documents().forEach(code::node);
      return Optional.of(code.code.toByteArray());
    } catch (Uncodable uncodable) {
      return Optional.empty();
    }
  }

  /// The same file again.
  ///
  /// @param file as it is shown to the user
  /// @param bytes that the file has
  /// @return empty when the code is none of this file
  public static Optional<YamlFile> read(String file, byte[] bytes, byte[] code) {
    try {
      List<String> lines = SourceText.lines(SourceText.decode(file, bytes));
      return Optional.of(
          new YamlFile(new CodedTree(file, lines, code).documents(), List.of(), lines));
    } catch (BrokenYaml | IndexOutOfBoundsException | IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  /// Letters of four bytes, of which Java counts two: columns would have to be counted.
  private static boolean hasWideLetters(byte[] bytes) {
    for (byte one : bytes) {
      if ((one & 0xF8) == 0xF0) {
        return true;
      }
    }
    return false;
  }

  private void node(Node node) {
    switch (node) {
      case Node.Refused refused -> throw new Uncodable();
      case Node.Scalar scalar -> text(scalar.text(), scalar.isPlain(), scalar.place());
      case Node.Sequence sequence -> {
        if (isNew(sequence, SEQUENCE)) {
          number(sequence.items().size());
          sequence.items().forEach(this::node);
        }
      }
      case Node.Mapping mapping -> {
        if (isNew(mapping, MAPPING)) {
          number(mapping.entries().size());
          mapping
              .entries()
              .forEach((key, entry) -> {
                text(key, true, entry.keyPlace());
                node(entry.value());
              });
        }
      }
    }
  }

  /// What an alias repeats is written once.
  private boolean isNew(Node node, int sort) {
    Integer earlier = known.get(node);
    if (earlier != null) {
      number(AGAIN);
      number(earlier);
      return false;
    }
    known.put(node, known.size());
    number(sort);
    place(node.place());
    return true;
  }

  private void text(String text, boolean isPlain, SourceLocation place) {
    if (text.isEmpty()) {
      number(isPlain ? PLAIN_EMPTY : EMPTY);
    } else {
      number(sort(text, isPlain, place));
    }
    place(place);
  }

  private int sort(String text, boolean isPlain, SourceLocation place) {
    String line = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
    int start = place.column() - 1;
    int end = start + place.width();
    if (end <= line.length()) {
      if (end - start == text.length() && line.startsWith(text, start)) {
        return isPlain ? PLAIN : BARE;
      }
      if (end - start == text.length() + 2
          && line.startsWith(text, start + 1)
          && "\"'".indexOf(line.charAt(start)) >= 0) {
        return QUOTED;
      }
    }
    throw new Uncodable();
  }

  private void place(SourceLocation place) {
    number(place.line());
    number(place.column());
    number(place.width());
  }

  /// Seven bits a byte, the lowest first.
  private void number(int number) {
    int rest = number;
    while (rest > 0x7F) {
      code.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    code.write(rest);
  }
}
