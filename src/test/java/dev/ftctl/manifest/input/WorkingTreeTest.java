package dev.ftctl.manifest.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.manifest.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkingTreeTest {

  @TempDir Path root;

  @Test
  void survivesLinksThatLeadBack() throws IOException {
    new Folder(root).file("a/one.yaml", "x");
    Files.createSymbolicLink(root.resolve("a/loop"), root);
    Files.createSymbolicLink(root.resolve("a/dead.yaml"), root.resolve("nowhere"));

    var listing = new WorkingTree(root).below("a");

    assertThat(listing.files()).containsExactly(root.resolve("a/one.yaml").toString());
    assertThat(listing.unreadable()).containsExactly(root.resolve("a/dead.yaml").toString());
  }

  @Test
  void leavesHiddenFoldersOutButNotTheOneItStartsFrom() {
    new Folder(root).file(".hidden/one.yaml", "x").file(".hidden/.more/two.yaml", "x");

    assertThat(new WorkingTree(root).below(".hidden").files()).hasSize(1);
    assertThat(new WorkingTree(root).below("").files()).isEmpty();
  }

  @Test
  void showsPathsAsTheUserWouldWriteThem() {
    var tree = new WorkingTree(root.resolve("here"));

    assertThat(tree.shown("manifests/../a.yaml")).isEqualTo("a.yaml");
    assertThat(tree.shown(root.resolve("there/a.yaml").toString())).isEqualTo("../there/a.yaml");
    assertThat(tree.shown("/a")).isEqualTo("/a");
  }

  @Test
  void spellsAPathInOneWay() {
    var tree = new WorkingTree(root);

    assertThat(tree.canonical("a/./b/../c/")).isEqualTo(tree.canonical("a/c")).startsWith("/");
  }

  @Test
  void findsNothingUnderAPathThatCannotBe() {
    var tree = new WorkingTree(root);

    assertThat(tree.read("a\0b")).isEmpty();
    assertThat(tree.size("missing")).isEqualTo(-1);
    assertThat(tree.below("missing").files()).isEmpty();
  }
}
