package dev.ftctl.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What depends on a table, in manifests of any shape, beside an answer found in another way.
class DbtManifestFileTest {

  private static final List<String> TYPES =
      List.of("model", "model", "model", "test", "snapshot", "exposure", "unit_test", "metric");

  @TempDir Path folder;

  /// A node of a generated project.
  private record Made(String id, String type, List<String> parents, boolean isEnabled) {}

  @Test
  void dependentsAreThoseThatAWalkFromBelowFinds() throws IOException {
    int manifests = Scale.of(150, 5_000);
    long seed = Long.getLong("ftctl.test.seed", 20_261_130L);
    for (int number = 0; number < manifests; number++) {
      var random = new SplittableRandom(seed + number);
      List<String> sources = sources(random);
      List<Made> nodes = nodes(random, sources);
      Path file = folder.resolve("manifest.json");
      Files.writeString(file, json(random, sources, nodes).toString());

      DbtManifest read = DbtManifestFile.read(folder, List.of("manifest.json"));

      List<String> asked = sources.stream().filter(source -> random.nextInt(3) == 0).toList();
      assertThat(read.dependents(asked))
          .as("seed %d, manifest %d", seed, number)
          .isEqualTo(fromBelow(asked, nodes));
    }
  }

  private static List<String> sources(SplittableRandom random) {
    var sources = new ArrayList<String>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      sources.add("source.shop.s" + i % 3 + ".t" + i);
    }
    return sources;
  }

  private static List<Made> nodes(SplittableRandom random, List<String> sources) {
    var nodes = new ArrayList<Made>();
    var above = new ArrayList<>(sources);
    int count = random.nextInt(60);
    for (int i = 0; i < count; i++) {
      String type = TYPES.get(random.nextInt(TYPES.size()));
      var parents = new ArrayList<String>();
      for (int p = random.nextInt(4); p > 0; p--) {
        parents.add(above.get(random.nextInt(above.size())));
      }
      var made = new Made(type + ".shop.n" + i, type, parents, random.nextInt(12) > 0);
      nodes.add(made);
      if (type.equals("model") || type.equals("snapshot")) {
        above.add(made.id());
      }
    }
    return nodes;
  }

  /// Each node asks its parents, until nothing changes.
  private static Set<String> fromBelow(List<String> asked, List<Made> nodes) {
    var met = new HashSet<>(asked);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Made node : nodes) {
        if (node.isEnabled() && node.parents().stream().anyMatch(met::contains)) {
          grew |= met.add(node.id());
        }
      }
    }
    asked.forEach(met::remove);
    return met;
  }

  private static ObjectNode json(SplittableRandom random, List<String> sources, List<Made> nodes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    int version = List.of(7, 8, 9, 10, 11, 12, 20).get(random.nextInt(7));
    ObjectNode children = JsonNodeFactory.instance.objectNode();
    sources.forEach(source -> {
      String[] parts = source.split("\\.", -1);
      json.withObjectProperty("sources")
          .putObject(source)
          .put("database", "RAW")
          .put("schema", parts[2])
          .put("name", parts[3]);
    });
    for (Made node : nodes) {
      ObjectNode one = json.withObjectProperty(collection(node.type())).putObject(node.id());
      one.put("name", node.id()).put("resource_type", node.type());
      one.put("raw_code", "select '}' -- \"]\"");
      one.putObject("config").put("enabled", node.isEnabled());
      var parents = one.putObject("depends_on").putArray("nodes");
      node.parents().forEach(parents::add);
      node.parents().forEach(parent -> children.withArrayProperty(parent).add(node.id()));
    }
    // Some writers have it, and some write what it is of at the end.
    if (random.nextBoolean()) {
      json.set("child_map", children);
    }
    json.putObject("metadata")
        .put("dbt_schema_version", "https://schemas.getdbt.com/dbt/manifest/v" + version + ".json");
    return json;
  }

  private static String collection(String type) {
    return switch (type) {
      case "exposure" -> "exposures";
      case "unit_test" -> "unit_tests";
      case "metric" -> "metrics";
      default -> "nodes";
    };
  }

  /// What is not asked for is not kept, however much of it there is.
  @Test
  void whatDbtCompilesIsNotKept() throws IOException {
    String code = "select ".repeat(200_000);
    var json = new StringBuilder("{\"nodes\": {");
    for (int i = 0; i < 20; i++) {
      json.append(i == 0 ? "" : ",")
          .append("\"model.s.m")
          .append(i)
          .append("\": {\"name\": \"m")
          .append(i)
          .append("\", \"raw_code\": \"")
          .append(code)
          .append("\", \"depends_on\": {\"nodes\": [\"source.s.a.b\"]}}");
    }
    json.append(
        "}, \"metadata\": {\"dbt_schema_version\":"
            + " \"https://schemas.getdbt.com/dbt/manifest/v12.json\"},"
            + " \"sources\": {\"source.s.a.b\": {\"schema\": \"a\", \"name\": \"b\"}}}");
    Files.writeString(folder.resolve("large.json"), json);

    DbtManifest read = DbtManifestFile.read(folder, List.of("large.json"));

    assertThat(read.dependents(List.of("source.s.a.b"))).hasSize(20);
    assertThat(read.nodes().values().toString()).hasSizeLessThan(4_000);
  }
}
