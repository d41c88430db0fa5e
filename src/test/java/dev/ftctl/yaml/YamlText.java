package dev.ftctl.yaml;

import java.util.List;
import java.util.random.RandomGenerator;

/// Writes YAML texts that can be read, in any style but a tidy one.
final class YamlText {

  private static final List<String> SCALARS =
      List.of(
          "x",
          "12",
          "'it''s'",
          "\"a \\\" b\"",
          "~",
          "\"\"",
          "a b",
          "*one",
          "!!str 5",
          "[a,  b]",
          "{a:  1}",
          "no",
          "'# no comment'",
          "http://x/y#z",
          "0012");

  private final RandomGenerator random;
  private final StringBuilder text = new StringBuilder();
  private int keys;

  private YamlText(RandomGenerator random) {
    this.random = random;
  }

  static String of(RandomGenerator random) {
    var text = new YamlText(random);
    text.document();
    for (int more = random.nextInt(3); more > 0; more--) {
      text.comment(0);
      text.text.append("---").append(random.nextInt(4) == 0 ? " # again" : "").append('\n');
      text.document();
    }
    if (random.nextInt(5) == 0) {
      text.text.append("\n\n");
    }
    return text.text.toString();
  }

  /// Begins with the anchor that aliases repeat.
  private void document() {
    int indent = random.nextInt(5) == 0 ? 2 : 0;
    text.append(" ".repeat(indent)).append("one: &one  1\n");
    mapping(indent, 0);
  }

  private void mapping(int indent, int depth) {
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      between(indent);
      text.append(" ".repeat(indent));
      entry(indent, depth);
    }
  }

  private void entry(int indent, int depth) {
    text.append(random.nextInt(9) == 0 ? "\"k " + keys++ + "\"" : "k" + keys++).append(':');
    value(indent, depth, random.nextInt(3) == 0);
  }

  private void sequence(int indent, int depth) {
    int size = 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      between(indent);
      text.append(" ".repeat(indent)).append('-');
      int gap = 1 + random.nextInt(3);
      if (depth < 4 && random.nextInt(3) == 0) {
        text.append(" ".repeat(gap));
        entry(indent + 1 + gap, depth + 1);
        mapping(indent + 1 + gap, depth + 1);
      } else {
        value(indent, depth, false);
      }
    }
  }

  /// @param mayBeLevel whether a list may stand as deep as what it is in
  private void value(int indent, int depth, boolean mayBeLevel) {
    int inner = indent + 1 + random.nextInt(4);
    switch (depth > 4 ? 0 : random.nextInt(8)) {
      case 0, 1, 2 -> scalar();
      case 3 -> {
        text.append(random.nextInt(3) == 0 ? " &a" + keys + "\n" : " # below\n");
        mapping(inner, depth + 1);
      }
      case 4 -> {
        text.append('\n');
        sequence(mayBeLevel ? indent : inner, depth + 1);
      }
      case 5 -> block(inner);
      case 6 -> several(inner);
      default -> {
        text.append('\n').append(" ".repeat(inner)).append("'below'\n");
      }
    }
  }

  private void scalar() {
    text.append(" ".repeat(1 + random.nextInt(3)))
        .append(SCALARS.get(random.nextInt(SCALARS.size())));
    text.append(random.nextInt(5) == 0 ? "  # why" : "")
        .append(" ".repeat(random.nextInt(2)))
        .append('\n');
  }

  private void block(int inner) {
    String sign = List.of("|", ">", "|-", ">+", "|+").get(random.nextInt(5));
    text.append(' ').append(sign).append('\n');
    for (int line = 1 + random.nextInt(3); line > 0; line--) {
      String more =
          text.charAt(text.length() - 2) == sign.charAt(sign.length() - 1)
              ? ""
              : " ".repeat(random.nextInt(3));
      text.append(" ".repeat(inner)).append(more).append("text # no comment ").append('\n');
      if (random.nextInt(4) == 0) {
        text.append(" ".repeat(random.nextInt(inner + 1))).append('\n');
      }
    }
  }

  private void several(int inner) {
    String before = " ".repeat(inner);
    switch (random.nextInt(3)) {
      case 0 -> text.append(" plain\n").append(before).append("goes on\n");
      case 1 ->
          text.append("  \"quoted  \n")
              .append(before)
              .append("  goes \\\n")
              .append(before)
              .append("on\"\n");
      default ->
          text.append(" {a: 1,\n")
              .append(before)
              .append("b: [x, # why\n")
              .append(before)
              .append("   y]}\n");
    }
  }

  private void between(int indent) {
    if (random.nextInt(6) == 0) {
      text.append(random.nextInt(2) == 0 ? "\n" : "   \n");
    }
    if (random.nextInt(6) == 0) {
      comment(indent);
    }
  }

  private void comment(int indent) {
    // Right below a block scalar a deeper comment would be content.
    text.append(" ".repeat(indent)).append("# comment ").append(keys).append('\n');
  }
}
