package dev.ftctl.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.fivetran.http.RequestHeaders;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The calls of the API document, as ftctl knows them.
class OperationsTest {

  private static final String SIMULATOR = "/dev/ftctl/sandbox/http/operations.tsv";
  private static final Operations KNOWN = Operations.bundled();

  /// G2: those of connections and destinations whose Accept header names version 2.
  @Test
  void acceptHeaderFitsEachCall() {
    List<String> versioned =
        KNOWN.all().stream()
            .filter(call ->
                RequestHeaders.accept("/" + String.join("/", call.template()))
                    .contains("version=2"))
            .map(call -> call.verb() + " " + call.path().replaceAll("\\{\\w+}", "{}"))
            .toList();

    assertThat(versioned)
        .containsExactlyInAnyOrder(
            "GET connections",
            "POST connections",
            "GET connections/{}",
            "PATCH connections/{}",
            "DELETE connections/{}",
            "POST connections/{}/connect-card",
            "POST connections/{}/resync",
            "GET connections/{}/state",
            "PATCH connections/{}/state",
            "POST connections/{}/sync",
            "POST connections/{}/test",
            "GET destinations",
            "POST destinations",
            "GET destinations/{}",
            "PATCH destinations/{}",
            "DELETE destinations/{}",
            "POST destinations/{}/test");
  }

  /// B-07: whatever the words are, an old path becomes one that the document has, or none.
  @Test
  void oldPathsLeadToKnownOnesOnly() {
    var old = new OldPaths(KNOWN);
    List<String> words =
        List.of("connectors", "connections", "groups", "metadata", "dbt", "transformations", "x");
    List<String> ends = List.of("force", "syncs", "sync", "connectors", "run", "schemas", "x");
    int rewritten = 0;
    for (String first : words) {
      for (String second : words) {
        for (String third : ends) {
          for (int length = 1; length <= 3; length++) {
            var path = new ArrayList<>(List.of("v1"));
            path.addAll(List.of(first, second, third).subList(0, length));

            Optional<List<String>> today = old.today(path);

            rewritten += today.isPresent() ? 1 : 0;
            assertThat(today.map(KNOWN::hasPath).orElse(true)).as("%s", path).isTrue();
            assertThat(today.flatMap(old::today)).as("%s again", path).isEmpty();
          }
        }
      }
    }
    assertThat(rewritten).isPositive();
  }

  /// Each call itself is known, also where a literal and a variable segment fit.
  @Test
  void everyCallIsNoDoubt() {
    for (Operation call : KNOWN.all()) {
      List<String> path =
          call.template().stream().map(segment -> segment.replaceAll("[{}]", "")).toList();

      assertThat(KNOWN.doubt(call.verb(), path)).as(call.path()).isEmpty();
      assertThat(KNOWN.of(call.verb(), path)).isPresent();
      assertThat(new OldPaths(KNOWN).today(path)).as(call.path()).isEmpty();
    }
  }

  /// The simulator was read from the same document by somebody else.
  @Test
  void simulatorKnowsTheSameCalls() throws IOException {
    try (var table = OperationsTest.class.getResourceAsStream(SIMULATOR)) {
      List<String> simulated =
          new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split("\t"))
              .map(columns -> columns[0] + " " + columns[1].replaceAll("\\{\\w+}", "{}"))
              .toList();

      assertThat(
              KNOWN.all().stream()
                  .map(call -> call.verb() + " /" + call.path().replaceAll("\\{\\w+}", "{}")))
          .containsExactlyInAnyOrderElementsOf(simulated);
    }
  }

  /// With `-Dopenapi=FILE` only: the document itself is not part of the repository.
  @Test
  void callsAreThoseOfTheDocument() throws IOException {
    String file = System.getProperty("openapi", "");
    assumeTrue(!file.isEmpty(), "no -Dopenapi=FILE");
    var calls = new ArrayList<String>();
    new JsonMapper()
        .readTree(new File(file))
        .get("paths")
        .properties()
        .forEach(path ->
            Stream.of(Verb.values())
                .filter(verb -> path.getValue().has(verb.name().toLowerCase(Locale.ROOT)))
                .forEach(verb -> calls.add(verb + " " + path.getKey())));

    assertThat(
            KNOWN.all().stream()
                .map(call -> call.verb() + " /" + String.join("/", call.template())))
        .containsExactlyInAnyOrderElementsOf(calls);
  }
}
