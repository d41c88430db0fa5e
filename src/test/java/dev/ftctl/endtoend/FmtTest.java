package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ftctl fmt` as its user meets it.
class FmtTest {

  private static final String CROOKED =
      "kind:   Group\nmetadata:\n    name: finance # ours\n    labels:   {a: b}\n";
  private static final String STRAIGHT =
      "kind: Group\nmetadata:\n  name: finance # ours\n  labels: {a: b}\n";

  @TempDir Path folder;

  @Test
  void filesAreRewrittenAndListed() {
    var workspace =
        new Workspace(folder)
            .file("manifests/a.yaml", CROOKED)
            .file("manifests/deep/b.yml", STRAIGHT)
            .file("ftctl.yaml", "limits:   {max_deletes: 1}\n");

    Ran ran = workspace.run("fmt");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).isEqualTo("ftctl.yaml\nmanifests/a.yaml\n");
    assertThat(ran.err()).isEqualTo("2 of 3 files formatted.\n");
    assertThat(workspace.read("manifests/a.yaml")).isEqualTo(STRAIGHT);
    assertThat(workspace.run("fmt").out()).isEmpty();
  }

  @Test
  void checkWritesNothingAndShowsADiff() {
    var workspace = new Workspace(folder).file("manifests/a.yaml", CROOKED);

    Ran ran = workspace.run("fmt", "--check");
    Ran json = workspace.run("fmt", "--check", "--format", "json");

    assertThat(ran.code()).as("%s", ran).isEqualTo(3);
    assertThat(ran.out())
        .startsWith(
            "--- a/manifests/a.yaml\n+++ b/manifests/a.yaml\n@@ -1,4 +1,4 @@\n-kind:   Group\n")
        .contains("+  name: finance # ours\n");
    assertThat(workspace.read("manifests/a.yaml")).isEqualTo(CROOKED);
    assertThat(json.code()).isEqualTo(3);
    assertThat(json.json().at("/changed/0").asText()).isEqualTo("manifests/a.yaml");
  }

  @Test
  void checkOfFormattedFilesIsSilent() {
    var workspace = new Workspace(folder).withExamples();

    Ran ran = workspace.run("fmt", "--check", "-q", "manifests");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.all()).isEmpty();
  }

  @Test
  void brokenFileIsToldAndLeftWhileOthersAreFormatted() {
    var workspace =
        new Workspace(folder).file("manifests/a.yaml", "a: [\n").file("manifests/b.yaml", CROOKED);

    Ran ran = workspace.run("fmt");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("error: manifests/a.yaml:");
    assertThat(workspace.read("manifests/a.yaml")).isEqualTo("a: [\n");
    assertThat(workspace.read("manifests/b.yaml")).isEqualTo(STRAIGHT);
  }

  @Test
  void onlyNamedFilesAreTouched() {
    var workspace =
        new Workspace(folder)
            .file("ftctl.yaml", "limits:   {max_deletes: 1}\n")
            .file("manifests/a.yaml", CROOKED)
            .file("manifests/b.yaml", CROOKED);

    Ran ran = workspace.run("fmt", "manifests/b.yaml");
    Ran project = workspace.run("fmt", "ftctl.yaml");
    Ran nothing = workspace.run("fmt", "manifests/c.yaml");

    assertThat(ran.out()).isEqualTo("manifests/b.yaml\n");
    assertThat(project.out()).isEqualTo("ftctl.yaml\n");
    assertThat(workspace.read("manifests/a.yaml")).isEqualTo(CROOKED);
    assertThat(nothing.code()).isEqualTo(64);
  }

  @Test
  void linksAndPermissionsStay() throws IOException {
    var workspace =
        new Workspace(folder)
            .file("ftctl.yaml", "")
            .file("common/a.yaml", CROOKED)
            .file("manifests/.keep", "");
    Path real = folder.resolve("common/a.yaml");
    Path link = folder.resolve("manifests/a.yaml");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
    Files.createSymbolicLink(link, Path.of("../common/a.yaml"));

    Ran ran = workspace.run("fmt", "manifests");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(real)).isEqualTo(STRAIGHT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-------");
  }

  @Test
  void diffShowsNoSecret() {
    var workspace =
        new Workspace(folder)
            .file("manifests/a.yaml", "kind:  Webhook\nspec:\n   secret: hooks-own-secret\n");

    Ran ran = workspace.run("fmt", "--check");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.all()).contains("secret:").doesNotContain("hooks-own-secret");
  }
}
