package dev.ftctl.manifest.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Digest;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCacheTest {

  private static final byte[] FILE = "kind: Group\nmetadata: {name: prod}\n".getBytes(UTF_8);

  @TempDir Path folder;

  @Test
  void whateverIsDamagedTheTreesAreThose() throws IOException {
    YamlFile right = Yaml.read("a.yaml", FILE);
    assertThat(run("1", FILE)).isEqualTo(right);
    Path pack = packs().getFirst();
    byte[] whole = Files.readAllBytes(pack);
    for (int at = 0; at < whole.length; at++) {
      for (int change : new int[] {0x01, 0x80, 0xFF}) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) change;
        Files.write(pack, flipped);
        assertThat(run("1", FILE)).as("at %d", at).isEqualTo(right);
        assertThat(Files.readAllBytes(pack)).as("at %d", at).isEqualTo(whole);
      }
      Files.write(pack, Arrays.copyOf(whole, at));
      assertThat(run("1", FILE)).as("cut at %d", at).isEqualTo(right);
    }
  }

  /// Only what is asked for is hashed; what is damaged is neither believed later nor carried on.
  @Test
  void damageOfOneFileIsToldFromAnothers() throws IOException {
    byte[] other = "kind: Group\nmetadata: {name: other}\n".getBytes(UTF_8);
    byte[] fresh = "kind: Group\nmetadata: {name: fresh}\n".getBytes(UTF_8);
    TreeCache both = TreeCache.of(place("1"), "project");
    both.read("a.yaml", FILE, hash(FILE));
    both.read("a.yaml", other, hash(other));
    both.save();
    Path pack = packs().getFirst();
    byte[] damaged = Files.readAllBytes(pack);
    damaged[damaged.length - 1] ^= 0x01;
    Files.write(pack, damaged);

    TreeCache passing = TreeCache.of(place("1"), "project");
    passing.keep(hash(FILE));
    passing.keep(hash(other));
    passing.read("a.yaml", fresh, hash(fresh));
    passing.save();

    assertThat(run("1", FILE)).isEqualTo(Yaml.read("a.yaml", FILE));
    assertThat(run("1", other)).isEqualTo(Yaml.read("a.yaml", other));
  }

  @Test
  void anotherBuildHasItsOwn() throws IOException {
    run("1", FILE);
    Path first = packs().getFirst();
    run("2", FILE);

    assertThat(packs()).hasSize(2);
    for (Path pack : packs()) {
      Files.copy(first, pack, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(run("2", FILE)).isEqualTo(Yaml.read("a.yaml", FILE));
  }

  @Test
  void projectsAreBounded() throws IOException {
    for (int number = 0; number < 40; number++) {
      TreeCache cache = TreeCache.of(place("1"), "project " + number);
      cache.read("a.yaml", FILE, hash(FILE));
      cache.save();
    }

    assertThat(packs()).hasSizeLessThanOrEqualTo(32);
  }

  private YamlFile run(String build, byte[] file) {
    TreeCache cache = TreeCache.of(place(build), "project");
    YamlFile read = cache.read("a.yaml", file, hash(file));
    cache.save();
    return read;
  }

  private static String hash(byte[] bytes) {
    return new Digest().with(bytes).hex();
  }

  private TreeCache.Place place(String build) {
    return new TreeCache.Place(folder.resolve("cache"), build);
  }

  private List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.sorted().toList();
    }
  }
}
