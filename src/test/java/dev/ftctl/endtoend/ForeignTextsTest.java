package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts of the environment, of secret sources and of files outside the repository: what they may
/// be, how they print, and that nothing else tells what they hold.
class ForeignTextsTest {

  private static final String TEXT = "Zeisig-Gimpel-4711";

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: g}
      ---
      kind: Connector
      metadata: {name: c}
      spec: {service: postgres, groups: [g], paused: true, config: {schema_prefix: s, port: 5432, FIELDS}}
      """;

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void haveATextInTheEnvironment() {
    workspace = new Workspace(folder.resolve("repository")).with("TEXT", TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${env:TEXT}",
        "a-${env:TEXT}",
        "${upper(env:TEXT)}",
        "${lower(trim(var:text))}",
        "${sha256(env:TEXT)}",
        "${default(env:NONE, env:TEXT)}",
        "${join(var:texts, '+')}",
        "${env:NONE:-Gimpel}",
      })
  void printAsTheirSource(String written) {
    workspace
        .file("ftctl.yaml", "variables: {text: \"${env:TEXT}\", texts: [a, \"${env:TEXT}\"]}\n")
        .file("manifests/m.yaml", config("host: \"" + written + "\""));

    Ran ran = workspace.succeed("render");

    assertThat(ran.out()).containsPattern("host: \"?\\(env:(TEXT|NONE)[^)]*\\)\"?\n");
    assertThat(told(ran)).doesNotContain("gimpel", "zeisig");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${replace(env:TEXT, 'Gimpel', '')} | 'host' can't come from a part of env:TEXT",
        "${replace('Gimpel', env:TEXT, '')} | 'host' can't come from a part of env:TEXT",
        "a${join(split(env:TEXT, 'i'), '')} | 'host' can't come from a part of env:TEXT",
        "${default(replace(env:TEXT, 'i', ''), 'x')} | 'host' can't come from a part of env:TEXT",
        "${split(env:TEXT, 'i')} | a list can't come from a part of env:TEXT",
        "${compact(split(env:TEXT, 'i'))} | a list can't come from a part of env:TEXT",
        "${date(env:TEXT, 'UTC')} | date takes no pattern or time zone from env:TEXT",
      })
  void partsOfThemAreForSecretsAlone(String written, String message) {
    workspace.file("manifests/m.yaml", config("host: \"" + written + "\""));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains(message);
    assertThat(told(ran)).doesNotContain("zeisig");
  }

  /// Were it told that nothing is left, or how much, each plan would answer a question about the
  /// text.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "${replace(env:TEXT, 'Zeisig-Gimpel-4711', '')}",
        "${default(replace(env:TEXT, 'Zeisig-Gimpel-4711', ''), unset)}",
        "${default(replace(env:TEXT, 'Zeisig-Gimpel-4711', ''), 'other-text')}",
        "${replace(replace(env:TEXT, 'Gimpel', 'x'), 'Zeisig-x-4711', 'short')}",
        "${join(compact(split(env:TEXT, 'Zeisig-Gimpel-4711')), '')}",
        "${replace(env:TEXT, 'Zeisig-Gimpel-4711', 'description')}",
      })
  void secretsTellNothingOfWhatIsLeftOfThem(String written) {
    workspace.file("manifests/m.yaml", config("password: \"" + written + "\""));

    String here = told(workspace.run("plan", "--sandbox", "--expand"));
    workspace.with("TEXT", "Rotkehlchen");
    String there = told(workspace.run("plan", "--sandbox", "--expand"));

    assertThat(there).isEqualTo(here).contains("password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec.config.host == 'Zeisig-Gimpel-4711'",
        "spec.config.host != 'Zeisig-Gimpel-4711'",
        "spec.config.host.startsWith('Z') || true",
        "'Zeisig-Gimpel-4711' == spec.config.host && spec.config.database == 'x'",
        "spec.config.all(key, key != 'x')",
        "size(spec.config.host) > 3",
        "spec.config == {}  || spec.config['host'] == 'x'",
      })
  void noPolicyLooksAtThem(String rule) {
    workspace
        .file("ftctl.yaml", policy(rule))
        .file("manifests/m.yaml", config("host: \"${env:TEXT}\", database: \"${env:OTHER}\""))
        .with("OTHER", "x");

    Ran here = workspace.run("validate");
    Ran there = workspace.with("TEXT", "Rotkehlchen").run("validate");

    assertThat(here.code()).isEqualTo(3);
    assertThat(here.err())
        .contains("can't be decided: it looks at text from env:TEXT", "--var")
        .doesNotContain("OTHER");
    assertThat(told(there)).isEqualTo(told(here));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec.config.port == 5432",
        "has(spec.config.host)",
        "spec.service == 'postgres'",
        "size(spec.config) == 3",
      })
  void policiesLookAtWhatStandsBesideThem(String rule) {
    workspace
        .file("ftctl.yaml", policy(rule))
        .file("manifests/m.yaml", config("host: \"${env:TEXT}\""));

    workspace.succeed("validate");
  }

  private static String policy(String rule) {
    return "policies:\n  - {name: p, when: \"kind == 'Connector'\", rule: \"%s\", message: no}\n"
        .formatted(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "port: \"${env:TEXT}\" | 'port' takes a whole number",
        "update_method: \"${env:TEXT}\" | which",
      })
  void areNotQuotedWhereTheyWillNotDo(String field, String message) {
    workspace.file("manifests/m.yaml", config(field).replace("port: 5432, port:", "port:"));

    Ran ran = workspace.run("validate");

    assertThat(ran.err()).contains(message);
    assertThat(told(ran)).doesNotContain("zeisig");
  }

  @Test
  void areReadFromAFileOutsideWithoutAWordOfIt() {
    workspace.file("ftctl.yaml", "{}\n");
    workspace.file("../outside.yaml", "[" + TEXT + ", {a: " + TEXT + "}]\n");
    workspace.file("../broken.yaml", "a: [" + TEXT + "\nb: }" + TEXT + "\n");
    workspace.file(
        "manifests/m.yaml",
        config("tags: \"${yaml:../../outside.yaml}\", more: \"${yaml:../../broken.yaml}\""));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(told(ran)).doesNotContain("zeisig");
  }

  private static String told(Ran ran) {
    return (ran.out() + ran.err()).toLowerCase(Locale.ROOT);
  }

  private static String config(String fields) {
    return MANIFEST.replace("FIELDS", fields);
  }
}
