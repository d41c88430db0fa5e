package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Fivetran shows in place of a secret is never sent as one, wherever it stands and wherever
/// it comes from.
class MaskedSecretsTest {

  private static final String GROUP = "kind: Group\nmetadata: {name: eu}\n---\n";

  /// A document for each position that a secret can have, `%s` where it stands.
  private static final Map<String, String> POSITIONS =
      Map.of(
          "password",
          connector("postgres", "schema_prefix: o, host: h, password: %s"),
          "value",
          connector(
              "aws_lambda",
              "schema: o, secrets_list: [{key: a, value: fine-one}, {key: b, value: %s}]"),
          "api_keys",
          connector("quarry_logs_zz", "schema: o, api_keys: [a-fine-key, %s]"),
          "secret_key",
          connector("not_in_the_catalogue", "schema: o, inner: {deep: {secret_key: %s}}"),
          "secret",
          "kind: Webhook\nmetadata: {name: w}\nspec: {url: 'https://h.example.com/x', events:"
              + " [sync_end], secret: %s}\n");

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("ftctl.yaml", "secrets: {S: {env: M}, C: {exec: [printf, '******']}}\n");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static String connector(String service, String config) {
    return "kind: Connector\nmetadata: {name: o}\nspec: {service: %s, groups: [eu], paused: true, config: {%s}}\n"
        .formatted(service, config);
  }

  static Stream<Arguments> written() {
    return POSITIONS.keySet().stream()
        .flatMap(field ->
            Stream.of("'******'", "'*'", "\"${var:m}\"", "\"${yaml:mask.yaml}\"")
                .map(value -> Arguments.of(field, value)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("written")
  void maskInTheManifestsIsAnErrorOffline(String field, String value) {
    workspace
        .file("manifests/m.yaml", GROUP + POSITIONS.get(field).formatted(value))
        .file("manifests/mask.yaml", "'********'\n");

    Ran ran =
        value.contains("var:")
            ? workspace.run("validate", "--var", "m=****")
            : workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err())
        .contains("'" + field + "'", "is the mask that Fivetran shows in place of a secret");
  }

  static Stream<Arguments> resolved() {
    return POSITIONS.keySet().stream()
        .flatMap(field ->
            Stream.of(
                    "env:M", "file:keys/m.txt", "secret:S", "secret:C", "default(env:NONE, env:M)")
                .map(source -> Arguments.of(field, source)));
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource("resolved")
  void maskThatARunWouldSendStopsItBeforeItsFirstWrite(String field, String source) {
    workspace
        .file("manifests/keys/m.txt", "******\n")
        .with("M", "********")
        .file("manifests/m.yaml", GROUP + POSITIONS.get(field).formatted("\"${" + source + "}\""));

    Ran planned = workspace.run("plan");
    Ran required = workspace.run("plan", "--require-secrets");
    Ran applied = workspace.run("apply", "--auto-approve");

    String named = source.startsWith("default") ? "env:M" : source;
    boolean isCommand = source.equals("secret:C");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(planned.err().contains(named + " (a mask)")).isNotEqualTo(isCommand);
    assertThat(required.code()).as("%s", required).isEqualTo(isCommand ? 0 : 65);
    assertThat(applied.code()).as("%s", applied).isEqualTo(65);
    assertThat(applied.err())
        .contains("error: manifests/m.yaml:", "'" + field + "': ", named + " is the mask that")
        .contains("Nothing was changed.");
    assertThat(lab.sandbox().requests()).allMatch(request -> request.method().equals("GET"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'*'", "\"${env:ONE}\""})
  void oneAsteriskWhereNoSecretStandsIsAText(String value) {
    workspace
        .with("ONE", "*")
        .file(
            "manifests/m.yaml",
            GROUP
                + connector("s3", "schema: o, table: t, bucket: b, delimiter: %s")
                    .formatted(value));

    assertThat(workspace.run("validate").code()).isZero();
    assertThat(List.of(workspace.run("plan").code())).containsOnly(0);
  }
}
