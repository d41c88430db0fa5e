package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions, YAML files and secret sources.
final class SourcesOfValuesTest {

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAnEmptyFolder() {
    folder = new Folder(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "${upper(var:region)}|EU-WEST",
        "${lower('ABC')}x|abcx",
        "${replace(upper(var:region), '-', '_')}|EU_WEST",
        "a ${trim('  b ')} c|a b c",
        "${sha256('abc')}|ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "${join(split('a, b,c', ','), '+')}|a+b+c",
        "${join(var:names, '/')}|one/two",
        "${default(env:NO_SUCH, 'other')}|other",
        "${default(env:EMPTY, 'other')}|other",
        "${default(var:region, 'other')}|eu-west",
        "${date('yyyy-MM-dd', 'UTC')}|2026-11-22",
        "${date('yyyy-MM-dd HH', 'Europe/Madrid')}|2026-11-23 00",
        "${upper('it''s } here')}|IT'S } HERE",
        "$${upper('x')}|${upper('x')}",
      })
  void areComputedByFunctions(String written, String expected) {
    folder
        .environment("EMPTY", "")
        .file("ftctl.yaml", "variables: {region: eu-west, names: [one, two]}\n")
        .file(
            "manifests/m.yaml",
            "kind: User\nmetadata: {name: t}\nspec:\n  phone: \""
                + written.replace("\"", "\\\"")
                + "\"\n");

    assertThat(folder.resource("user/t").spec().text("phone")).isEqualTo(expected);
  }

  @Test
  void areListsWhereFunctionsSplit() {
    folder.file(
        "manifests/m.yaml",
        """
        kind: Connector
        metadata: {name: orders}
        spec: {service: postgres, groups: "${split('eu,us', ',')}", config: {schema: s, port: "${trim(' 5 ')}"}}
        """);

    assertThat(folder.addresses()).containsExactly("connector/orders@eu", "connector/orders@us");
    assertThat(folder.resource("connector/orders@eu").spec().mapping("config").get("port"))
        .isEqualTo(Value.number(5));
  }

  @Test
  void areStructuresOfYamlFilesThatAreNoManifests() {
    folder
        .file(
            "manifests/m.yaml",
            """
            kind: Connector
            metadata: {name: orders}
            spec: {service: postgres, groups: [eu], config: "${yaml:parts/config.yaml}"}
            """)
        .file("manifests/parts/config.yaml", "schema: s\nfree: \"${yaml:deep.json}\"\n")
        .file("manifests/parts/deep.json", "{\"no\": [1, \"1\"]}\n");

    assertThat(folder.resource("connector/orders@eu").spec().get("config").display())
        .isEqualTo("{schema: \"s\", free: {no: [1, \"1\"]}}");
    assertThat(folder.read().files()).isEqualTo(1);
  }

  @Test
  void waitForTheRunThatSendsThem() {
    folder
        .environment("DB_PASSWORD", "from-environment")
        .file("secrets/hook", "from-a-file\n")
        .file("mounted/token-1", "from-a-folder\n")
        .file(
            "ftctl.yaml",
            """
            secrets:
              db: {env: DB_PASSWORD}
              hook: {file: secrets/hook}
              "token-*": {folder: mounted}
            """);

    assertThat(secret("${secret:db}").reveal()).contains("from-environment");
    assertThat(secret("${secret:hook}").reveal()).contains("from-a-file");
    assertThat(secret("${secret:token-1}").reveal()).contains("from-a-folder");
    assertThat(secret("${secret:token-2}").isSet()).isFalse();
    assertThat(secret("x${upper(secret:db)}").reveal()).contains("xFROM-ENVIRONMENT");
    assertThat(secret("${secret:db}").name()).isEqualTo("secret:db");
    assertThat(folder.redaction.mask("from-a-folder")).isEqualTo("(secret)");
  }

  @Test
  void areSecretInWhateverFieldTheyStand() {
    folder.file("ftctl.yaml", "secrets: {\"*\": {env: X}}\n").environment("X", "very-secret");
    folder.file(
        "manifests/m.yaml", "kind: User\nmetadata: {name: t}\nspec: {phone: \"${secret:x}\"}\n");

    assertThat(folder.resource("user/t").spec().get("phone")).isInstanceOf(Value.Secret.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void areAskedOfACommandOnceAndOnlyToBeSent() throws IOException {
    folder.file(
        "ftctl.yaml",
        """
        secrets:
          "*": {exec: [sh, -c, "echo x >> asked; echo the-${name}-secret"]}
        """);

    SecretSource source = secret("${secret:db}");
    assertThat(source.isSet()).isTrue();
    assertThat(root.resolve("asked")).doesNotExist();

    assertThat(source.reveal()).contains("the-db-secret");
    assertThat(source.reveal()).contains("the-db-secret");
    assertThat(Files.readAllLines(root.resolve("asked"))).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void tellTheLastLineOfACommandThatFails() {
    folder.file(
        "ftctl.yaml",
        """
        secrets:
          db: {exec: [sh, -c, "echo half-a-secret; echo first >&2; echo not signed in >&2; exit 3"]}
        """);

    assertThatThrownBy(() -> secret("${secret:db}").reveal())
        .isInstanceOfSatisfying(
            ManifestException.class,
            failure -> {
              var problem = failure.problems().getFirst();
              assertThat(problem.place().toString()).startsWith("manifests/m.yaml:6:");
              assertThat(problem.message())
                  .contains("exit code 3: not signed in")
                  .doesNotContain("half-a-secret", "first");
            });
  }

  private SecretSource secret(String written) {
    folder.file(
        "manifests/m.yaml",
        """
        kind: Connector
        metadata: {name: orders}
        spec:
          service: postgres
          groups: [eu]
          config: {schema: s, password: "%s"}
        """
            .formatted(written));
    var value = folder.resource("connector/orders@eu").spec().mapping("config").get("password");
    return ((Value.Secret) value).source();
  }
}
