package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindList;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.model.ManifestException;
import dev.ftctl.model.Problem;
import dev.ftctl.model.Redaction;
import dev.ftctl.testing.Scale;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Valid manifests, damaged at random: whatever comes of it, reading ends with resources or with
/// problems that have places, never in another way. A failure prints the seed that repeats it.
final class MutatedManifestsTest {

  private static final String PROJECT =
      """
      account: acc_1
      variables: {zone: eu, hosts: {main: "db.${var:zone}"}, groups: [eu, us]}
      defaults: {Connector: {paused: true, sync_frequency: 60}}
      allow: [resync]
      limits: {max_deletes: 3}
      prune: {scope: {groups: ["*"]}}
      protect: ["group/*"]
      """;

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: eu, labels: {team: ops}}
      ---
      kind: Group
      metadata: {name: us}
      ---
      apiVersion: ftctl/v1
      kind: Connector
      metadata:
        name: orders
        rotation: 2
        initial: [paused]
      spec:
        service: postgres
        groups: "${var:groups}"
        config: &config
          schema_prefix: orders
          host: "${env:HOST:-db}.${group}"
          port: 5432
          password: "${env:PASSWORD}"
        overrides:
          eu: {protect: true, config: {<<: *config, host: "$${literal}"}}
        schema_settings: {schemas: {public: {tables: {users: {columns: {ssn: {enabled: false}}}}}}}
      ---
      kind: Connector
      metadata: {name: files}
      spec:
        service: s3
        groups: [us]
        config:
          schema: raw
          table_group_name: clicks
          files: [{table_name: a, file_pattern: x}, {table_name: b}]
      ---
      kind: SchemaSettings
      metadata: {name: files}
      spec: {connector: files@us, schemas: {raw: {enabled: true}}}
      ---
      kind: User
      metadata: {name: ana@example.com}
      spec:
        given_name: Ana
        family_name: Ruiz
        groups: {eu: Destination Analyst}
        connectors: {orders: Connection Collaborator, orders@us: Connection Reviewer}
      ---
      kind: Webhook
      metadata: {name: pager, absent: false}
      spec:
        group: eu
        url: https://hooks.example.com/fivetran
        events: [sync_end]
        secret: "${file:pem}"
      """;

  private static final List<String> SPLINTERS =
      List.of(
          "\t",
          "\n",
          " ",
          ": ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          "&a ",
          "*a",
          "<<: *config",
          "${",
          "${var:zone}",
          "${var:hosts}",
          "${group}",
          "${file:..}",
          "$${",
          "!!str ",
          "!x ",
          "---\n",
          "...\n",
          "%YAML 9.9\n",
          "# ",
          "| ",
          "> ",
          "? ",
          "null",
          "~",
          "true",
          "0x1F",
          "1e999",
          "-",
          "@",
          "`",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "é",
          "\uD83D\uDE00",
          "absent: true",
          "kind: Connector",
          "groups: []",
          "overrides: {x: {}}",
          "orders@eu@us");

  @Test
  void neverEndOtherwiseThanWithResourcesOrProblems() {
    long seed = Long.getLong("ftctl.test.seed", System.nanoTime());
    KindList kinds = Kinds.all(Catalog.bundled());

    for (int round = 0; round < Scale.of(500, 20_000); round++) {
      var random = new Random(seed + round);
      Map<String, byte[]> files = damaged(random);
      try {
        read(files, kinds);
      } catch (ManifestException wrong) {
        assertThat(wrong.problems())
            .as("seed %d", seed + round)
            .allMatch(problem -> problem.place().isKnown());
      } catch (UnknownPathException unmatched) {
        assertThat(unmatched.getMessage()).isNotEmpty();
      } catch (RuntimeException | StackOverflowError defect) {
        fail("-Dftctl.test.seed=" + (seed + round), defect);
      }
    }
  }

  @Test
  void areValidBeforeTheyAreDamaged() {
    Map<String, byte[]> files =
        Map.of(
            "ftctl.yaml",
            bytes(PROJECT),
            "manifests/m.yaml",
            bytes(MANIFEST),
            "manifests/pem",
            bytes("a secret\n"));

    assertThat(problems(files)).isEmpty();
  }

  private static List<Problem> problems(Map<String, byte[]> files) {
    try {
      read(files, Kinds.all(Catalog.bundled()));
      return List.of();
    } catch (ManifestException broken) {
      return broken.problems();
    }
  }

  private static void read(Map<String, byte[]> files, KindList kinds) {
    var request =
        new ReadRequest(
            new MemoryTree(files),
            "",
            List.of(),
            "",
            Map.of(),
            Map.of("PASSWORD", "pass-word"),
            Map.of(),
            List.of(),
            false,
            new Redaction());
    Desired desired = Manifests.read(request, kinds);
    assertThat(desired.planned()).hasSameSizeAs(desired.resources());
  }

  private static Map<String, byte[]> damaged(Random random) {
    var files = new TreeMap<String, byte[]>();
    boolean isProject = random.nextInt(4) == 0;
    files.put("ftctl.yaml", bytes(isProject ? damaged(PROJECT, random) : PROJECT));
    files.put("manifests/m.yaml", bytes(isProject ? MANIFEST : damaged(MANIFEST, random)));
    files.put("manifests/pem", bytes("a secret of its own\n"));
    if (random.nextInt(10) == 0) {
      byte[] text = files.get("manifests/m.yaml");
      text[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String damaged(String text, Random random) {
    String damaged = text;
    for (int wound = 0; wound <= random.nextInt(4); wound++) {
      damaged = random.nextBoolean() ? splintered(damaged, random) : relined(damaged, random);
    }
    return damaged.isEmpty() ? " " : damaged;
  }

  private static String splintered(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(6));
    String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at);
      default -> text.substring(0, at) + splinter + text.substring(random.nextBoolean() ? at : end);
    };
  }

  /// Lines dropped, doubled, swapped or shifted to another depth.
  private static String relined(String text, Random random) {
    var lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return text;
    }
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, lines.get(at));
      case 2 -> lines.set(at, lines.set(other, lines.get(at)));
      default -> lines.set(at, " ".repeat(random.nextInt(8)) + lines.get(at).strip());
    }
    return String.join("\n", lines) + "\n";
  }
}
