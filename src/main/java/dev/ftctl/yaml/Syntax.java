package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says in plain words what a YAML parser's complaint means.
final class Syntax {

  private static final String RULE = "yaml-syntax";

  /// What the parser says, what that means, and what usually mends it.
  private record Meaning(String says, String message, String fix) {}

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning(
              "mapping values are not allowed",
              "a ':' stands where none may",
              "put a text that holds ': ' in quotes, or mend the indentation"),
          new Meaning(
              "expected <block end>",
              "the indentation fits nothing above",
              "align it with the lines it belongs to"),
          new Meaning("unexpected end of stream", "a quote is opened and never closed", "close it"),
          new Meaning("document separator", "a quote is opened and never closed", "close it"),
          new Meaning("could not find expected ':'", "a key lacks its ':'", "write 'key: value'"),
          new Meaning("expected ',' or ']'", "a list in [ ] lacks a comma or its ]", "close it"),
          new Meaning("expected ',' or '}'", "a mapping in { } lacks a comma or its }", "close it"),
          new Meaning(
              "unknown escape character",
              "a backslash escapes nothing",
              "write '\\\\' for a backslash"),
          new Meaning(
              "sequence entries are not allowed",
              "a '- ' stands where no list may begin",
              "put it on its own line"),
          new Meaning(
              "scanning an alias",
              "a '*' begins an alias here",
              "put a text that begins so in quotes"),
          new Meaning(
              "scanning an anchor",
              "a '&' begins an anchor here",
              "put a text that begins so in quotes"),
          new Meaning("<stream end>", "the file ends in the middle", "close what is open"),
          new Meaning("found character '@'", "a text can't begin with '@'", "put it in quotes"),
          new Meaning("found character '`'", "a text can't begin with '`'", "put it in quotes"),
          new Meaning("found character '%'", "a text can't begin with '%'", "put it in quotes"));

  private Syntax() {}

  static Problem explain(String file, List<String> lines, YamlEngineException failure) {
    if (!(failure instanceof MarkedYamlEngineException marked)) {
      var start = SourceLocation.of(file, 1, 1);
      return Problem.error(
          start, RULE, "", "not readable as YAML: " + oneLine(failure.getMessage()), "");
    }
    Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
    var place = mark.map(at -> within(file, lines, at)).orElse(SourceLocation.of(file, 1, 1));
    return tab(file, lines, place)
        .orElseGet(() -> {
          String says = oneLine(marked.getContext()) + " " + oneLine(marked.getProblem());
          return MEANINGS.stream()
              .filter(meaning -> says.contains(meaning.says))
              .findFirst()
              .map(meaning -> Problem.error(place, RULE, "", meaning.message, meaning.fix))
              .orElseGet(() ->
                  Problem.error(place, RULE, "", "not readable as YAML: " + says.strip(), ""));
        });
  }

  /// A tab in the indentation at or right above the place, which parsers complain about in words of
  /// many kinds.
  private static Optional<Problem> tab(String file, List<String> lines, SourceLocation place) {
    for (int line = place.line(); line >= Math.max(1, place.line() - 1); line--) {
      String text = line <= lines.size() ? lines.get(line - 1) : "";
      int tab = text.indexOf('\t');
      if (tab >= 0 && text.substring(0, tab).isBlank()) {
        var at = SourceLocation.of(file, line, tab + 1);
        return Optional.of(
            Problem.error(
                at, "yaml-tab", "", "a tab stands in the indentation", "indent with spaces"));
      }
    }
    return Optional.empty();
  }

  /// The place of a mark; one behind the end of the file becomes the end of its last line.
  private static SourceLocation within(String file, List<String> lines, Mark mark) {
    if (mark.getLine() < lines.size() || lines.isEmpty()) {
      return SourceLocation.of(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
    return SourceLocation.of(file, lines.size(), lines.getLast().length() + 1);
  }

  private static String oneLine(@org.jspecify.annotations.Nullable String text) {
    String plain = text == null ? "" : text.replaceAll("\\s+", " ");
    return plain.length() > 200 ? plain.substring(0, 200).toLowerCase(Locale.ROOT) + "…" : plain;
  }
}
