package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What an apply says of its writes when it looks back: that they are as the manifests say only
/// where the account shows it.
class ReadBackClaimsTest {

  private static final String CLAIM = "as the manifests say";

  @TempDir Path folder;
  private final Lab lab = OneOfEach.lab();

  @AfterEach
  void close() {
    lab.close();
  }

  static Stream<String> withSecrets() {
    return Stream.of("connector", "destination");
  }

  /// A server that throws them away could not be told from one that kept them.
  @ParameterizedTest
  @MethodSource("withSecrets")
  void nobodyIsToldThatSecretsAreAsTheManifestsSay(String kind) {
    Workspace workspace = OneOfEach.in(folder, lab, one -> one.slug().matches("group|" + kind));
    String address = kind + "/" + PlainDocuments.name(kind);

    Ran ran =
        workspace.succeed(
            "apply", "--auto-approve", "--rotate-secrets=" + address, "--report", "r.json");

    assertThat(lab.writes()).isNotEmpty();
    assertThat(lastLine(ran))
        .as("%s", ran)
        .startsWith("Read back: nothing can be compared: Fivetran accepted ")
        .doesNotContain(CLAIM);
    JsonNode seen = readBack(workspace);
    assertThat(seen.path("compared").asInt()).isZero();
    assertThat(seen.path("accepted").asInt()).isEqualTo(lab.writes().size());
  }

  /// What is told once, made anew: where it went is told, and that it is in force nowhere.
  @ParameterizedTest
  @CsvSource({
    "proxy-agent, nothing",
    "hybrid-agent, group",
    "system-key, nothing",
    "api-key, user"
  })
  void nobodyIsToldThatARotationIsAsTheManifestsSay(String kind, String needed) {
    Workspace workspace =
        OneOfEach.in(folder, lab, one -> one.slug().equals(kind) || one.slug().equals(needed));

    Ran ran =
        workspace.succeed(
            OneOfEach.apply(
                one -> one.slug().equals(kind),
                "--rotate-secrets=" + kind + "/" + PlainDocuments.name(kind),
                "--allow",
                "revoke"));

    assertThat(ran.out()).contains("secrets handed to ");
    assertThat(lastLine(ran))
        .isEqualTo(
            "Read back: nothing can be compared: Fivetran accepted 1 write, which it shows to"
                + " nobody.");
  }

  /// Beside what can be compared they are counted, and named in the report.
  @Test
  void whatNoAnswerShowsIsNamedBesideTheRest() {
    try (var empty = new Lab()) {
      Workspace workspace = OneOfEach.in(folder, empty);

      Ran ran = workspace.succeed(OneOfEach.apply("--report", "r.json"));

      List<String> calls =
          empty.writes().stream().map(write -> write.method() + " " + write.path()).toList();
      long passing =
          calls.stream().filter(call -> call.matches(".*/(test|reload)([?].*)?")).count();
      JsonNode seen = readBack(workspace);
      assertThat(passing).isPositive();
      assertThat(seen.path("accepted").asLong()).isEqualTo(passing);
      assertThat(seen.path("compared").asLong()).isEqualTo(calls.size() - passing);
      assertThat(seen.path("unshown"))
          .extracting(JsonNode::asText)
          .containsExactly(
              "connector/c@g: config.password",
              "destination/g: config.password",
              "hybrid-agent/one: accept_terms",
              "system-key/one: expiration_period");
      assertThat(lastLine(ran))
          .isEqualTo(
              ("Read back: all %d writes are as the manifests say; Fivetran accepted %d more %s and"
                      + " 4 values, which it shows to nobody.")
                  .formatted(calls.size() - passing, passing, passing == 1 ? "write" : "writes"));
    }
  }

  /// What is shown is said without a reservation.
  @Test
  void whatTheAccountShowsWhollyIsSaidWholly() {
    List<String> shown =
        OneOfEach.kinds()
            .map(KindDefinition::slug)
            .filter(kind -> kind.matches("group|team|webhook|user"))
            .toList();
    assertThat(shown).hasSize(4);
    try (var empty = new Lab()) {
      Workspace workspace = OneOfEach.in(folder, empty, one -> shown.contains(one.slug()));

      Ran ran = workspace.succeed("apply", "--auto-approve");

      assertThat(lastLine(ran))
          .isEqualTo(
              "Read back: all %d writes are as the manifests say."
                  .formatted(empty.writes().size()));
    }
  }

  private static JsonNode readBack(Workspace workspace) {
    return HandoutCase.json(workspace.read("r.json").replace('\'', ' ')).path("read_back");
  }

  private static String lastLine(Ran ran) {
    return ran.out().lines().toList().getLast();
  }
}
