package dev.ftctl.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Valid manifests with a project file, and the same damaged at random: in bytes, values and
/// structure.
public final class Damage {

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

  private Damage() {}

  /// The files as they are valid, by path.
  public static Map<String, byte[]> none() {
    return Map.of(
        "ftctl.yaml",
        bytes(PROJECT),
        "manifests/m.yaml",
        bytes(MANIFEST),
        "manifests/pem",
        bytes("a secret of its own\n"));
  }

  /// The files with up to four wounds in one of them, by path; equal randomness, equal wounds.
  public static Map<String, byte[]> done(Random random) {
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
      damaged =
          switch (random.nextInt(5)) {
            case 0, 1 -> splintered(damaged, random);
            case 2, 3 -> relined(damaged, random);
            default -> revalued(damaged, random);
          };
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

  /// A value of a line becomes another one.
  private static String revalued(String text, Random random) {
    var lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return text;
    }
    int at = random.nextInt(lines.size());
    int colon = lines.get(at).indexOf(": ");
    if (colon >= 0) {
      String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
      lines.set(at, lines.get(at).substring(0, colon + 2) + splinter.strip());
    }
    return String.join("\n", lines) + "\n";
  }
}
