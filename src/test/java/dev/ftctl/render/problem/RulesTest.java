package dev.ftctl.render.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of rules says all that the program finds, and the page says all of the list.
final class RulesTest {

  private static final Path PAGE = Path.of("docs/reference/rules.md");
  private static final Path SOURCES = Path.of("src/main/java");

  /// Where a problem is made, with the position of the rule among the arguments.
  private static final Map<Pattern, Integer> MAKERS =
      Map.of(
          Pattern.compile("\\b(?:error|warning|note|failure|problem)\\("), 1,
          Pattern.compile("\\bMissing\\("), 0,
          Pattern.compile("\\b(?:FIELD|VALUE|SERVICE|FORMER|DROPPED)\\("), 0,
          Pattern.compile("new Problem\\("), 2);

  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

  /// The limits of a plan, whose rules are made of the names in the project file.
  private static final Set<String> LIMITS =
      Set.of("max-deletes", "max-resyncs", "max-revokes", "max-pauses");

  @Test
  void everyRuleOfTheProgramIsListedAndNoOther() throws IOException {
    var used = new TreeSet<>(LIMITS);
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        used.addAll(rules(Files.readString(file)));
      }
    }

    assertThat(used).hasSizeGreaterThan(60);
    assertThat(Rules.all().keySet()).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void pageIsMadeOfTheList() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, Rules.page());
    }

    assertThat(Files.readString(PAGE)).isEqualTo(Rules.page());
  }

  private static Set<String> rules(String source) {
    var rules = new TreeSet<String>();
    MAKERS.forEach((maker, position) -> {
      Matcher call = maker.matcher(source);
      while (call.find()) {
        List<String> arguments = arguments(source, call.end());
        if (arguments.size() > position + 1) {
          Matcher literal = LITERAL.matcher(resolved(arguments.get(position), source));
          if (literal.matches()) {
            rules.add(literal.group(1));
          }
        }
      }
    });
    return rules;
  }

  /// A constant's text, for the name of one.
  private static String resolved(String argument, String source) {
    Matcher constant =
        Pattern.compile("String " + Pattern.quote(argument) + " = (\"[^\"]*\");").matcher(source);
    return constant.find() ? constant.group(1) : argument;
  }

  private static List<String> arguments(String source, int start) {
    var arguments = new ArrayList<String>();
    var argument = new StringBuilder();
    int depth = 0;
    boolean isText = false;
    for (int at = start; at < source.length(); at++) {
      char sign = source.charAt(at);
      if (sign == '"' && source.charAt(at - 1) != '\\') {
        isText = !isText;
      }
      depth += isText ? 0 : "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
      if (depth < 0) {
        break;
      }
      if (sign == ',' && depth == 0 && !isText) {
        arguments.add(argument.toString().strip());
        argument.setLength(0);
      } else {
        argument.append(sign);
      }
    }
    arguments.add(argument.toString().strip());
    return arguments;
  }
}
