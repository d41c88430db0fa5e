package dev.ftctl.site;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Code as HTML, with its parts marked for colours: comments, keys, texts, references, and the
/// lines of a plan by what they do.
final class Colours {

  private static final List<String> PARTS =
      List.of("comment", "ref", "key", "text", "prompt", "flag");
  private static final String YAML =
      "(?<comment>(?<=^|\\s)#.*)|(?<ref>\\$\\{\\{.*?}}|\\$\\{[^}]*})"
          + "|(?<key>[\\w./*@-]+(?=:(?:\\s|$)))"
          + "|(?<text>'[^']*')|(?<prompt>^---$)|(?<flag>(?!))";
  private static final String SHELL =
      "(?<comment>(?<=^|\\s)#.*)|(?<ref>\\$\\{?\\w+}?)|(?<key>(?!))|(?<text>'[^']*'|\"[^\"]*\")"
          + "|(?<prompt>^\\$ )|(?<flag>(?<=\\s)--?[a-z][\\w-]*)";
  private static final String JSON =
      "(?<comment>(?!))|(?<ref>(?!))|(?<key>\"[^\"]*\"(?=:))|(?<text>\"[^\"]*\")|(?<prompt>(?!))"
          + "|(?<flag>(?!))";
  private static final Pattern MANIFEST = Pattern.compile(YAML);
  private static final Pattern TYPED = Pattern.compile(SHELL);
  private static final Map<String, Pattern> BY_LANGUAGE =
      Map.of(
          "yaml", Pattern.compile(YAML), "sh", TYPED, "bash", TYPED, "json", Pattern.compile(JSON));

  private Colours() {}

  static String of(String language, String code) {
    Pattern parts = BY_LANGUAGE.get(language);
    return code.lines()
            .map(line ->
                language.equals("console") || language.equals("text")
                    ? printed(line)
                    : parts == null ? escaped(line) : marked(parts, line))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Of a terminal: what was typed, and what a plan says.
  private static String printed(String line) {
    if (line.startsWith("$ ")) {
      return "<b>" + marked(TYPED, line) + "</b>";
    }
    String what =
        line.startsWith("+ ")
            ? "add"
            : line.startsWith("~ ") || line.startsWith("> ")
                ? "change"
                : line.startsWith("- ") || line.startsWith("-/+ ")
                    ? "remove"
                    : line.matches("(error|warning|blocked|!)[: ].*|.*! blocked.*")
                        ? "remove"
                        : line.matches("\\s+#.*") ? "comment" : "";
    return what.isEmpty() ? escaped(line) : span(what, line);
  }

  private static String marked(Pattern parts, String line) {
    var html = new StringBuilder();
    Matcher matcher = parts.matcher(line);
    int at = 0;
    while (matcher.find()) {
      html.append(escaped(line.substring(at, matcher.start())));
      String part = PARTS.stream().filter(one -> matcher.group(one) != null).findFirst().orElse("");
      html.append(span(part, matcher.group()));
      at = matcher.end();
    }
    return html.append(escaped(line.substring(at))).toString();
  }

  private static String span(String part, String text) {
    return "<span class=\"" + part + "\">" + escaped(text) + "</span>";
  }
}
