package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was parsed is kept for later runs, in a folder that only the user can write to; and
/// whatever stands there, the manifests are what they are.
class ParseCacheTest {

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Webhook
      metadata: {name: one}
      spec: {url: "https://hooks.example.com/one", group: prod, events: [sync_end], active: true, secret: a-literal-secret}
      """;

  @TempDir Path folder;
  private Workspace workspace;
  private Path cache;
  private String rendered;

  @BeforeEach
  void renderOnce() {
    cache = folder.resolve("caches/ftctl");
    workspace =
        new Workspace(folder.resolve("project"))
            .with("XDG_CACHE_HOME", folder.resolve("caches").toString())
            .with("TOKEN", "text-of-the-environment")
            .file("manifests/a.yaml", MANIFEST)
            .file("ftctl.yaml", "variables: {x: \"${env:TOKEN}\"}\n");
    rendered = render();
  }

  @Test
  void isKeptForItsOwnerAloneAndHoldsNoText() throws IOException {
    String kept = new String(Files.readAllBytes(pack()), StandardCharsets.ISO_8859_1);

    assertThat(permissions(cache)).isEqualTo("rwx------");
    assertThat(permissions(pack())).isEqualTo("rw-------");
    assertThat(kept)
        .doesNotContain("a-literal-secret", "text-of-the-environment", "hooks.example.com", "prod");
    assertThat(render()).isEqualTo(rendered);
  }

  @Test
  void changedManifestIsReadAsItIs() {
    workspace.edit("manifests/a.yaml", "name: one", "name: two");

    assertThat(render())
        .isEqualTo(
            rendered.replace("name: one", "name: two").replace("webhook/one", "webhook/two"));
  }

  /// `TreeCacheTest` damages it at every place.
  @Test
  void damageAtAnyPlaceIsMadeGood() throws IOException {
    byte[] whole = Files.readAllBytes(pack());
    for (int at = 0; at < whole.length; at += 1 + whole.length / 5) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x41;
      for (byte[] damaged : List.of(flipped, Arrays.copyOf(whole, at))) {
        Files.write(pack(), damaged);

        assertThat(render()).as("at %d", at).isEqualTo(rendered);
        assertThat(Files.readAllBytes(pack())).as("at %d", at).isEqualTo(whole);
      }
    }
  }

  @Test
  void thatOfAnotherProjectChangesNothing() throws IOException {
    Path mine = pack();
    var other =
        new Workspace(folder.resolve("other"))
            .with("XDG_CACHE_HOME", folder.resolve("caches").toString())
            .file("manifests/a.yaml", MANIFEST.replace("one", "six"));
    other.succeed("render");
    Path theirs = packs().stream().filter(one -> !one.equals(mine)).findFirst().orElseThrow();

    Files.copy(theirs, mine, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThat(render()).isEqualTo(rendered);
  }

  @Test
  void linkInItsPlaceIsNeitherReadNorWrittenThrough() throws IOException {
    Path pack = pack();
    Path target = folder.resolve("target");
    Files.move(pack, target);
    byte[] before = Files.readAllBytes(target);
    Files.createSymbolicLink(pack, target);
    workspace.edit("manifests/a.yaml", "name: one", "name: two");

    assertThat(render()).contains("name: two");
    assertThat(Files.readAllBytes(target)).isEqualTo(before);
  }

  @Test
  void folderThatOthersCanWriteToIsNotUsed() throws IOException {
    for (String mode : List.of("rwxrwx---", "rwxr-x---", "rwx---rwx")) {
      Files.deleteIfExists(pack());
      Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(mode));

      assertThat(render()).as(mode).isEqualTo(rendered);
      assertThat(packs()).as(mode).isEmpty();
      Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx------"));
      render();
    }
  }

  @Test
  void folderThatIsALinkIsNotUsed() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.delete(pack());
    Files.move(cache, elsewhere);
    Files.createSymbolicLink(cache, elsewhere);

    assertThat(render()).isEqualTo(rendered);
    try (Stream<Path> files = Files.list(elsewhere)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void folderOfAnotherUserIsNotUsed() throws IOException {
    Files.delete(pack());
    try {
      Files.setAttribute(cache, "unix:uid", 12_345, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException onlyRootCan) {
      return;
    }

    assertThat(render()).isEqualTo(rendered);
    assertThat(packs()).isEmpty();
  }

  @Test
  void withoutItNothingIsKept() throws IOException {
    Files.delete(pack());

    workspace.succeed("render", "--no-cache");
    workspace.succeed("plan", "--sandbox", "-o", "plan.json");
    workspace.succeed("apply", "--sandbox", "--auto-approve", "--journal", "none");

    assertThat(packs()).isEmpty();
    workspace.succeed("plan", "--sandbox");
    assertThat(packs()).hasSize(1);
  }

  @Test
  void brokenManifestIsToldEachTime() {
    workspace.edit("manifests/a.yaml", "active: true", "activ: true");
    Ran first = workspace.run("validate");

    assertThat(first.code()).isEqualTo(65);
    assertThat(workspace.run("validate").err()).isEqualTo(first.err());
  }

  private String render() {
    return workspace.succeed("render").out();
  }

  private Path pack() throws IOException {
    return packs().isEmpty() ? cache.resolve("none") : packs().getFirst();
  }

  private List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return new ArrayList<>(files.toList());
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
