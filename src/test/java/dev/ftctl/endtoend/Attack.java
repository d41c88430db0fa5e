package dev.ftctl.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A way in which a branch may name a file that lies beside its repository.
///
/// @param name for messages
/// @param content of that file, as it would have to be for this form to print the canary in it
/// @param planting what the branch says
record Attack(String name, String content, Planting planting) {

  static final String CANARY = "canary-7f3a91";

  /// What a branch does, given the path that it reaches for.
  interface Planting {
    void plant(Workspace workspace, String path) throws IOException;
  }

  private static final String GROUP = "kind: Group\nmetadata: {name: one}\n";
  private static final String PROJECT =
      """
      environments:
        dev: {account: sandbox_account, variables: %s, overlays: [%s]}
      default_environment: dev
      """;

  static List<Attack> all() {
    return List.of(
        manifest("csv", "name\n" + CANARY + "\n", many("{csv: \"%s\"}")),
        manifest(
            "csv without header",
            CANARY + "\n",
            many("{csv: \"%s\", header: false, columns: [name]}")),
        manifest("yaml", "[{name: " + CANARY + "}]\n", many("\"${yaml:%s}\"")),
        manifest(
            "yaml of a field", "host: " + CANARY + "\n", connector(", config: \"${yaml:%s}\"")),
        manifest("file as a name", CANARY, "kind: Group\nmetadata: {name: \"${file:%s}\"}\n"),
        manifest(
            "file in a field",
            CANARY,
            """
            kind: Webhook
            metadata: {name: hook}
            spec: {url: "https://${file:%s}.example.com", events: [sync_end], active: true, secret: long-enough}
            """),
        manifest(
            "file in a function",
            CANARY,
            "kind: Group\nmetadata: {name: \"a${upper(file:%s)}\"}\n"),
        new Attack(
            "linked manifest",
            named(CANARY),
            (workspace, path) -> link(workspace, "manifests/linked.yaml", "..", path)),
        new Attack(
            "linked folder",
            named(CANARY),
            (workspace, path) -> link(workspace, "manifests/linked", "..", parent(path))),
        new Attack(
            "linked project file",
            "manifests: [" + CANARY + "]\n",
            (workspace, path) -> {
              Files.delete(workspace.folder().resolve("ftctl.yaml"));
              link(workspace, "ftctl.yaml", ".", path);
            }),
        project("manifests entry", named(CANARY), "manifests: [manifests, \"%s\"]\n"),
        project(
            "defaults",
            "host: " + CANARY + "\n",
            "defaults: {Connector: {config: \"${yaml:%s}\"}}\n",
            connector("")),
        project(
            "variable from a file",
            CANARY,
            "variables: {a: \"${file:%s}\"}\n",
            "kind: Group\nmetadata: {name: \"${var:a}\"}\n"),
        project(
            "environment's variables",
            CANARY,
            PROJECT.formatted("{a: \"${file:%s}\"}", ""),
            "kind: Group\nmetadata: {name: \"${var:a}\"}\n"),
        project("overlay", named(CANARY), PROJECT.formatted("{}", "\"%s\"")),
        new Attack(
            "overlay folder",
            named(CANARY),
            (workspace, path) -> {
              workspace.file("ftctl.yaml", PROJECT.formatted("{}", "overlays/dev"));
              workspace.file("manifests/attack.yaml", GROUP).file("overlays/dev/one.yaml", GROUP);
              link(workspace, "overlays/dev/linked.yaml", "../..", path);
            }));
  }

  @Override
  public String toString() {
    return name;
  }

  private static Attack manifest(String name, String content, String text) {
    return new Attack(
        name,
        content,
        (workspace, path) -> workspace.file("manifests/attack.yaml", text.formatted(up(path))));
  }

  private static Attack project(String name, String content, String text) {
    return project(name, content, text, GROUP);
  }

  private static Attack project(String name, String content, String text, String manifest) {
    return new Attack(
        name,
        content,
        (workspace, path) ->
            workspace
                .file("ftctl.yaml", text.formatted(path))
                .file("manifests/attack.yaml", manifest));
  }

  private static String many(String entries) {
    return "kind: Group\nfor_each: " + entries + "\nmetadata: {name: \"${each.name}\"}\n";
  }

  private static String connector(String fields) {
    return GROUP
        + """
        ---
        kind: Connector
        metadata: {name: a}
        spec: {service: postgres, groups: [one]%s}
        """
            .formatted(fields);
  }

  static String named(String name) {
    return "kind: Group\nmetadata: {name: " + name + "}\n";
  }

  /// A path as seen from the folder of the manifests.
  private static String up(String path) {
    return path.startsWith("/") ? path : "../" + path;
  }

  private static String parent(String path) {
    return path.substring(
        0, Math.max(path.lastIndexOf('/'), path.indexOf('/') < 0 ? path.length() : 1));
  }

  static void link(Workspace workspace, String name, String up, String path) {
    try {
      Path link = workspace.folder().resolve(name);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(path.startsWith("/") ? path : up + "/" + path));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
