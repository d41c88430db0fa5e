package dev.ftctl.yaml;

import java.util.ArrayList;
import java.util.List;

/// A line of a text that is formatted: what it holds and where that is to stand. Columns count code
/// points, as the parser does.
final class Line {

  private enum Role {
    /// Blank, or a comment, until somebody says otherwise.
    NONE,
    /// Begins with a token of a block.
    STRUCTURAL,
    /// Goes on inside a text, a list or a mapping that began in an earlier line.
    INNER,
    /// Content of a block scalar: blanks at its end are part of it.
    SCALAR
  }

  /// White space between two tokens, to be replaced.
  private record Gap(int from, int to, String by) {}

  private final String before;
  private final int indent;
  private final List<Gap> gaps = new ArrayList<>();
  private Role role = Role.NONE;
  private int newIndent;
  private int scalarIndent;
  private List<Block> open = List.of();

  Line(String text) {
    this.before = text;
    int blanks = 0;
    while (blanks < text.length() && text.charAt(blanks) == ' ') {
      blanks++;
    }
    this.indent = blanks;
    this.newIndent = blanks;
  }

  int indent() {
    return indent;
  }

  int newIndent() {
    return newIndent;
  }

  /// How many columns its beginning moves to the right.
  int shift() {
    return newIndent - indent;
  }

  /// What stands from a column on.
  String from(int column) {
    return before.substring(offset(column));
  }

  boolean isTaken() {
    return role != Role.NONE;
  }

  boolean isStructural() {
    return role == Role.STRUCTURAL;
  }

  boolean isScalarContent() {
    return role == Role.SCALAR;
  }

  boolean isBlank() {
    return before.isBlank();
  }

  boolean isComment() {
    return role == Role.NONE && before.strip().startsWith("#");
  }

  /// The blocks that are open after it, outermost first.
  List<Block> open() {
    return open;
  }

  void begin(int column) {
    role = Role.STRUCTURAL;
    newIndent = column;
  }

  void opened(List<Block> blocks) {
    open = blocks;
  }

  void goOn(int column) {
    role = Role.INNER;
    newIndent = isBlank() ? 0 : column;
  }

  /// @param common the indentation that is no content
  void beScalar(int common, int shift) {
    role = Role.SCALAR;
    scalarIndent = common;
    newIndent = indent + shift;
  }

  void moveTo(int column) {
    newIndent = column;
  }

  /// Replaces what stands between two columns, if it is white space that is not so already.
  ///
  /// @return how many columns the rest of the line moves to the right by that
  int replace(int from, int to, String by) {
    String there = before.substring(offset(from), offset(to));
    if (there.equals(by) || !there.isBlank()) {
      return 0;
    }
    gaps.add(new Gap(offset(from), offset(to), by));
    return by.length() - there.length();
  }

  String text() {
    return switch (role) {
      case SCALAR -> isBlank() && before.length() <= scalarIndent ? "" : moved(before);
      case INNER -> trimmed(moved(before));
      case NONE, STRUCTURAL -> moved(gapped()).stripTrailing();
    };
  }

  private String moved(String text) {
    return " ".repeat(Math.max(0, newIndent)) + text.substring(indent);
  }

  private String gapped() {
    var text = new StringBuilder(before);
    gaps.reversed().forEach(gap -> text.replace(gap.from(), gap.to(), gap.by()));
    return text.toString();
  }

  /// A blank after a `\` is content of a quoted text.
  private static String trimmed(String text) {
    String trimmed = text.stripTrailing();
    return trimmed.endsWith("\\") ? text : trimmed;
  }

  private int offset(int column) {
    return before.offsetByCodePoints(
        0, Math.min(column, before.codePointCount(0, before.length())));
  }
}
