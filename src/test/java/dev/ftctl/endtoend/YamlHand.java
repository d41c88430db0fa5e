package dev.ftctl.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Writes YAML as people do: here a block, there in braces, quoted or not, with comments, blank
/// lines, anchors and any width of indentation. Each comment says something else.
final class YamlHand {

  /// A value that is referred to in the same document.
  record Anchored(String name, Object value) {}

  /// The value of an anchor.
  record Alias(String name) {}

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][\\w./@-]*(?: [\\w./-]+)*");
  private static final Pattern PLAIN_REFERENCE = Pattern.compile("[\\w.${}:/-]*[\\w}/-]");
  private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|~");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w]*");

  private final Random random;
  private int comments;

  YamlHand(Random random) {
    this.random = random;
  }

  String document(Map<String, ?> document) {
    var out = new StringBuilder();
    block(out, document, 0, chance(25) ? 4 : 2);
    return out.toString();
  }

  private void block(StringBuilder out, Map<String, ?> mapping, int indent, int step) {
    mapping.forEach((key, value) -> {
      if (chance(5) && indent > 0) {
        out.append('\n');
      }
      if (chance(12)) {
        out.append(" ".repeat(indent)).append(comment("above")).append('\n');
      }
      out.append(" ".repeat(indent)).append(key(key, false)).append(':');
      value(out, value, indent, step);
    });
  }

  private void value(StringBuilder out, Object value, int indent, int step) {
    switch (value) {
      case Anchored anchored -> {
        out.append(" &").append(anchored.name());
        value(out, anchored.value(), indent, step);
      }
      case Map<?, ?> mapping when isBlock(mapping.size()) -> {
        end(out);
        block(out, texts(mapping), indent + step, step);
      }
      case List<?> list when isBlock(list.size()) -> {
        end(out);
        items(out, list, indent + (chance(50) ? 0 : 2), step);
      }
      case String text when chance(10) && PLAIN_REFERENCE.matcher(text).matches() ->
          end(out.append(chance(50) ? " >-\n" : " |-\n").append(" ".repeat(indent + 2) + text), "");
      default -> end(out.append(' ').append(flow(value, true)));
    }
  }

  private boolean isBlock(int size) {
    return size > 0 && chance(60);
  }

  private void items(StringBuilder out, List<?> list, int indent, int step) {
    for (Object item : list) {
      out.append(" ".repeat(indent)).append("- ");
      if (item instanceof Map<?, ?> mapping && !mapping.isEmpty() && chance(50)) {
        var inner = new StringBuilder();
        block(inner, texts(mapping), indent + 2, step);
        out.append(inner.toString().stripLeading());
      } else {
        out.append(flow(item, true)).append(chance(20) ? ' ' + comment("item") : "").append('\n');
      }
    }
  }

  private void end(StringBuilder out) {
    end(out, chance(15) ? " " + comment("beside") : "");
  }

  private static void end(StringBuilder out, String comment) {
    out.append(comment).append('\n');
  }

  private String comment(String where) {
    return "# " + where + " c" + comments++;
  }

  private String flow(Object value, boolean isBlock) {
    return switch (value) {
      case Anchored anchored -> "&" + anchored.name() + " " + flow(anchored.value(), isBlock);
      case Alias alias -> "*" + alias.name() + (isBlock ? "" : " ");
      case Map<?, ?> mapping -> braces(texts(mapping));
      case List<?> list -> {
        var items = new StringJoiner(chance(85) ? ", " : ",", "[", "]");
        list.forEach(item -> items.add(flow(item, false)));
        yield items.toString();
      }
      case String text -> quoted(text, isBlock);
      default -> String.valueOf(value);
    };
  }

  private String braces(Map<String, ?> mapping) {
    String blank = chance(20) ? " " : "";
    var entries = new StringJoiner(", ", "{" + blank, blank + "}");
    mapping.forEach((key, value) -> entries.add(key(key, true) + ": " + flow(value, false)));
    return entries.toString();
  }

  private String key(String key, boolean isFlow) {
    boolean isPlain = NAME.matcher(key).matches() && !WORD.matcher(key).matches();
    return key.equals("<<") || isPlain && (isFlow || !chance(6)) ? key : quote(key);
  }

  private String quoted(String text, boolean isBlock) {
    boolean isPlain =
        PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()
            || isBlock && text.startsWith("${") && PLAIN_REFERENCE.matcher(text).matches();
    return isPlain && chance(75) ? text : quote(text);
  }

  private String quote(String text) {
    return chance(70) ? '"' + text + '"' : "'" + text + "'";
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> texts(Map<?, ?> mapping) {
    return (Map<String, ?>) mapping;
  }

  /// The texts of all comments that a file holds.
  static List<String> comments(String text) {
    var found = new ArrayList<String>();
    Pattern.compile("# (?:above|beside|item) c\\d+")
        .matcher(text)
        .results()
        .forEach(match -> found.add(match.group()));
    return found;
  }
}
