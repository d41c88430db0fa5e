package dev.ftctl.yaml;

import dev.ftctl.model.shown.Visible;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes a tree as people write manifests: a mapping of few plain words in one line (`{enabled:
/// false}`), a list of scalars too where it fits, everything else in blocks. In the house format of
/// [YamlFormat], and every reader of YAML 1.1 or 1.2 takes it for the same.
///
/// Only absent, null, text, number, boolean, list and mapping are written; a reference or a secret
/// is none of its business and has to be a text before.
public final class ManifestText {

  private static final int WIDEST = 100;
  private static final int FLOW_ENTRIES = 3;
  private static final int FLOW_WIDTH = 70;

  private final StringBuilder out = new StringBuilder();
  private final boolean isOpen;

  private ManifestText() {
    this(false);
  }

  /// @param isOpen whether mappings that are items of a list stand in lines of their own, however
  ///   few words they are: as dbt's users write them
  private ManifestText(boolean isOpen) {
    this.isOpen = isOpen;
  }

  /// A document without a marker before it, each line ended.
  public static String of(Value.Mapping document) {
    var text = new ManifestText();
    text.entries(document, 0);
    return text.out.toString();
  }

  /// The same with mappings in lists in lines of their own.
  public static String open(Value.Mapping document) {
    var text = new ManifestText(true);
    text.entries(document, 0);
    return text.out.toString();
  }

  /// Entries of a mapping at a depth, as lines, with mappings in lists in lines of their own.
  ///
  /// @param indent in blanks
  public static String openEntry(String key, Value value, int indent) {
    var text = new ManifestText(true);
    text.line(key, value, indent);
    return text.out.toString();
  }

  /// An item of a list, as lines, with mappings in lines of their own.
  ///
  /// @param indent in blanks, of the dash
  public static String openItem(Value value, int indent) {
    var text = new ManifestText(true);
    text.listed(value, indent);
    return text.out.toString();
  }

  /// Entries of a mapping at a depth, as lines.
  ///
  /// @param indent in blanks
  public static String entry(String key, Value value, int indent) {
    var text = new ManifestText();
    text.line(key, value, indent);
    return text.out.toString();
  }

  /// An item of a list, as lines.
  ///
  /// @param indent in blanks, of the dash
  public static String item(Value value, int indent) {
    var text = new ManifestText();
    text.listed(value, indent);
    return text.out.toString();
  }

  /// A value in one line, which stands anywhere.
  public static String flow(Value value) {
    return switch (value) {
      case Value.Items items ->
          items.items().stream()
              .map(ManifestText::flow)
              .collect(Collectors.joining(", ", "[", "]"));
      case Value.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> scalar(entry.getKey()) + ": " + flow(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Value.Text text -> scalar(text.text());
      case Value.Num number -> number.number().toPlainString();
      case Value.Bool bool -> Boolean.toString(bool.flag());
      case Value.Absent absent -> "null";
      case Value.Null nothing -> "null";
      case Value.Reference reference -> throw unwritable(value);
      case Value.Secret secret -> throw unwritable(value);
    };
  }

  private static IllegalArgumentException unwritable(Value value) {
    return new IllegalArgumentException("has to be a text first: " + value);
  }

  /// A text as a key or value, quoted where it must be.
  public static String scalar(String text) {
    return Quoting.isPlain(text) ? text : quoted(text);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case '\r' -> quoted.append("\\r");
            default -> {
              if (Visible.isActing(point) || Character.isISOControl(point)) {
                quoted.append(String.format(point > 0xFFFF ? "\\U%08x" : "\\u%04x", point));
              } else {
                quoted.appendCodePoint(point);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }

  private void entries(Value.Mapping mapping, int indent) {
    mapping.entries().forEach((key, value) -> line(key, value, indent));
  }

  private void line(String key, Value value, int indent) {
    String head = " ".repeat(indent) + scalar(key) + ":";
    out.append(head);
    boolean isBlock =
        value instanceof Value.Mapping mapping && !isFlow(mapping, head.length())
            || value instanceof Value.Items items && !isFlow(items, head.length());
    if (!isBlock) {
      scalarLine(value, indent);
      return;
    }
    out.append('\n');
    if (value instanceof Value.Mapping mapping) {
      entries(mapping, indent + 2);
    } else if (value instanceof Value.Items items) {
      items.items().forEach(item -> listed(item, indent + 2));
    }
  }

  private void scalarLine(Value value, int indent) {
    if (value instanceof Value.Text text && isBlock(text.text())) {
      out.append(text.text().endsWith("\n") ? " |\n" : " |-\n");
      text.text()
          .lines()
          .forEach(line ->
              out.append(line.isEmpty() ? "" : " ".repeat(indent + 2)).append(line).append('\n'));
    } else {
      out.append(' ').append(flow(value)).append('\n');
    }
  }

  private void listed(Value item, int indent) {
    String dash = " ".repeat(indent) + "- ";
    boolean isBlockMapping =
        item instanceof Value.Mapping mapping
            && !mapping.entries().isEmpty()
            && (isOpen || !isFlow(mapping, dash.length()));
    if (!isBlockMapping) {
      out.append(dash).append(flow(item)).append('\n');
      return;
    }
    int start = out.length();
    entries((Value.Mapping) item, indent + 2);
    out.replace(start, start + dash.length(), dash);
  }

  /// A mapping of a few plain words.
  private static boolean isFlow(Value.Mapping mapping, int column) {
    return mapping.entries().isEmpty()
        || mapping.entries().size() <= FLOW_ENTRIES
            && mapping.entries().entrySet().stream().allMatch(ManifestText::isWord)
            && column + flow(mapping).length() <= FLOW_WIDTH;
  }

  private static boolean isWord(Map.Entry<String, Value> entry) {
    return Quoting.isPlain(entry.getKey())
        && switch (entry.getValue()) {
          case Value.Bool bool -> true;
          case Value.Num number -> true;
          case Value.Text text -> Quoting.isPlain(text.text());
          case Value.Mapping mapping ->
              mapping.entries().size() == 1
                  && mapping.entries().entrySet().stream().allMatch(ManifestText::isWord);
          case Value.Items items -> items.items().stream().allMatch(ManifestText::isScalar);
          case Value.Absent absent -> false;
          case Value.Null nothing -> true;
          case Value.Reference reference -> false;
          case Value.Secret secret -> false;
        };
  }

  private static boolean isFlow(Value.Items items, int column) {
    List<Value> all = items.items();
    return all.isEmpty()
        || all.stream().allMatch(ManifestText::isScalar) && column + flow(items).length() <= WIDEST;
  }

  private static boolean isScalar(Value value) {
    return !(value instanceof Value.Items) && !(value instanceof Value.Mapping);
  }

  /// Lines that nothing takes for anything but lines.
  private static boolean isBlock(String text) {
    return text.contains("\n")
        && !text.startsWith(" ")
        && !text.startsWith("\n")
        && !text.endsWith("\n\n")
        && !text.contains("::")
        && !text.contains("##")
        && text.lines().noneMatch(line -> line.isBlank() && !line.isEmpty())
        && text.codePoints().noneMatch(point -> point != '\n' && isActing(point));
  }

  private static boolean isActing(int point) {
    return Visible.isActing(point) || Character.isISOControl(point);
  }
}
