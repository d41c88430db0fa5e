package dev.ftctl.manifest.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTreeTest {

  @TempDir Path folder;

  @Test
  void remembersWhatWasReadAndSeesThatItChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "a: 1\n");
    var tree = new KeptTree(new WorkingTree(folder));
    assertThat(tree.read("a.yaml"))
        .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("a: 1\n"));
    assertThat(tree.isUntouched("a.yaml")).isTrue();

    Files.writeString(file, "a: 2\n");

    assertThat(tree.read("a.yaml"))
        .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("a: 1\n"));
    assertThat(tree.isUntouched("a.yaml")).isFalse();
  }

  @Test
  void seesFilesAsTheyAreToBecome() throws IOException {
    Files.createDirectories(folder.resolve("m"));
    Files.writeString(folder.resolve("m/a.yaml"), "a: 1\n");
    var tree = new KeptTree(new WorkingTree(folder));
    String fresh = tree.canonical("m/b/c.yaml");

    KeptTree edited = tree.with(Map.of(fresh, "c: 1\n".getBytes(UTF_8)));

    assertThat(edited.isFile("m/b/c.yaml")).isTrue();
    assertThat(edited.size("m/b/c.yaml")).isEqualTo(5);
    assertThat(edited.below("m").files().stream().map(edited::canonical))
        .containsExactlyInAnyOrder(tree.canonical("m/a.yaml"), fresh);
    assertThat(edited.names("m/b")).containsExactly("c.yaml");
    assertThat(tree.isFile("m/b/c.yaml")).isFalse();
    assertThat(edited.isUntouched("m/b/c.yaml")).isTrue();
  }
}
