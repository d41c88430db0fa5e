package dev.ftctl.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemTextTest {

  private final Sources sources = new Sources();

  @Test
  void problemsShowTheirLinesAndACaret() {
    sources.put("manifests/orders.yaml", List.of("    config:", "      hots: db-1.internal"));
    var place = new SourceLocation("manifests/orders.yaml", 2, 7, 4);
    var problem =
        Problem.error(
            place,
            "unknown-field",
            "connector orders_db",
            "unknown field 'hots' in config of service 'postgres'",
            "did you mean 'host'?");
    var warning =
        Problem.warning(
            SourceLocation.of("manifests/a.yaml", 1, 1),
            "literal-secret",
            "",
            "a secret stands here",
            "use ${env:…}");

    String text = new ProblemText(sources, Paint.PLAIN).of(List.of(problem, warning));

    Golden.check("render/problems.txt", text);
  }

  @Test
  void excerptHidesWhatStandsUnderTheNameOfASecret() {
    sources.put("a.yaml", List.of("  password: hunter2-hunter2", "  hots: x"));
    var problem = Problem.error(SourceLocation.of("a.yaml", 2, 3), "syntax", "", "wrong", "");

    String text = new ProblemText(sources, Paint.PLAIN).of(problem);

    assertThat(text).contains("password: (secret)").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "config: {password: hunter2-hunter2, hots: x} | config: {password: (secret), hots: x}",
        "config: {password: \"hun, ter2}\", hots: x} | config: {password: (secret), hots: x}",
        "config: {password: 'hun''ter2', hots: x} | config: {password: (secret), hots: x}",
        "config: {password: \"${env:P}\", hots: x} | config: {password: \"${env:P}\", hots: x}",
        "config: {password: ${env:P}, hots: x} | config: {password: ${env:P}, hots: x}",
        "config: {password: x${env:P}, hots: x} | config: {password: (secret), hots: x}",
        "config: {password: \"${env:P:-hunter2}\", hots: x} | config: {password: (secret), hots:"
            + " x}",
        "config: {password: \"${env:P:-}\", hots: x} | config: {password: \"${env:P:-}\", hots: x}",
        "config: {token: \"${default(env:P, 'hunter2')}\", hots: x} | config: {token: (secret),"
            + " hots: x}",
        "a: {api_key: hunter2, token: hunter3}, hots: x | a: {api_key: (secret), token: (secret)},"
            + " hots: x",
        "{credentials: {a: hunter2, b: [c]}, hots: x} | {credentials: (secret), hots: x}",
        "{password: \"\", hots: x} | {password: \"\", hots: x}",
        "password: hunter2, hots: x | password: (secret)",
        "password: \"hunter2, hots: x | password: (secret)",
        "hots: x, password: hunter2 | hots: x, password: (secret)",
        "password: # none, hots: x | password: # none, hots: x",
      })
  void excerptHidesASecretAndNothingElse(String line, String shown) {
    sources.put("a.yaml", List.of(line));
    int at = line.indexOf("hots");
    var problem =
        Problem.error(new SourceLocation("a.yaml", 1, at + 1, 4), "syntax", "", "wrong", "");

    List<String> lines = new ProblemText(sources, Paint.PLAIN).of(problem).lines().skip(1).toList();

    assertThat(lines.getFirst()).isEqualTo("    1 | " + shown);
    if (shown.contains("hots")) {
      assertThat(lines.get(1).indexOf("^^^^")).isEqualTo(lines.getFirst().indexOf("hots"));
    }
  }

  @Test
  void longLineIsCutAroundThePlace() {
    sources.put("a.yaml", List.of("x".repeat(5000) + "HERE" + "y".repeat(5000)));
    var problem =
        Problem.error(new SourceLocation("a.yaml", 1, 5001, 4), "syntax", "", "wrong", "");

    String text = new ProblemText(sources, Paint.PLAIN).of(problem);

    assertThat(text.lines().toList()).allMatch(line -> line.length() < 150);
    List<String> lines = text.lines().toList();
    assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("HERE"));
  }

  @Test
  void controlCharactersOfAFileDoNotReachTheTerminal() {
    sources.put("a.yaml", List.of("key: \u001b[2Jx"));
    var problem =
        Problem.error(SourceLocation.of("a.yaml", 1, 1), "syntax", "", "odd \u001b[0m", "");

    String text = new ProblemText(sources, Paint.PLAIN).of(problem);

    assertThat(text).doesNotContain("\u001b");
  }
}
