package dev.ftctl.render.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Every rule that a problem may be found by, as `rules.tsv` beside this class has them.
final class Rules {

  private static final String PAGE =
      """
      # Rules

      Every problem names the rule that found it. `ftctl validate --format json` and `sarif` show the id, JUnit and GitHub
      annotations too. Errors stop a command before its first request (exit 65); warnings and notes don't, and `--strict` makes
      errors of the warnings. Rules about the account (`ambiguous`, `unknown-id`, `unknown-reference`, …) speak in `plan` and `apply` only.
      What a [policy](policies.md) of the project finds has the id `policy/NAME` and leads to exit 3. `api-call`, `command-line`, `defect`
      and `refused` are about no manifest: `--format json` has them for whatever else stopped a command.

      | rule | what is wrong | how to mend it |
      |---|---|---|
      """;

  /// @param meaning what is wrong, a sentence
  /// @param mending what to do about it, a sentence
  public record Rule(String id, String meaning, String mending) {}

  private Rules() {}

  /// By id, sorted.
  public static SequencedMap<String, Rule> all() {
    try (InputStream stream =
            Objects.requireNonNull(Rules.class.getResourceAsStream("rules.tsv"), "rules.tsv");
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var rules = new TreeMap<String, Rule>();
      lines
          .lines()
          .map(line -> line.split("\t"))
          .forEach(cells -> rules.put(cells[0], new Rule(cells[0], cells[1], cells[2])));
      return Collections.unmodifiableSequencedMap(rules);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The reference page `docs/reference/rules.md`.
  public static String page() {
    return all().values().stream()
        .map(rule -> "| `%s` | %s | %s |\n".formatted(rule.id(), rule.meaning(), rule.mending()))
        .collect(Collectors.joining("", PAGE, ""));
  }
}
