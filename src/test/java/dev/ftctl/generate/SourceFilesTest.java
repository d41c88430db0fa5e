package dev.ftctl.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Scale;
import dev.ftctl.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Sources of dbt over random accounts and files in which people wrote.
class SourceFilesTest {

  private static final List<String> COLUMNS = List.of("id", "email", "ssn", "note", "no");

  @Test
  void anotherRunChangesNoByteAndNoLineOfAPersonIsLost() {
    int accounts = Scale.of(150, 5_000);
    long seed = Long.getLong("ftctl.test.seed", 20_261_130L);
    for (int number = 0; number < accounts; number++) {
      String name = "seed " + seed + ", account " + number;
      var random = new SplittableRandom(seed + number);
      Optional<Style> style =
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(random.nextBoolean() ? Style.TOP : Style.CONFIG);
      boolean isByGroup = random.nextBoolean();
      SequencedMap<String, String> files =
          run(new LinkedHashMap<>(), account(random), style, isByGroup, name);
      assertThat(
              run(
                  files,
                  account(new SplittableRandom(seed + number).split()),
                  style,
                  isByGroup,
                  name))
          .isNotEmpty();

      SequencedMap<String, String> byHand = new LinkedHashMap<>();
      var written = new LinkedHashMap<String, List<String>>();
      files.forEach((path, text) ->
          byHand.put(
              path, edited(text, random, written.computeIfAbsent(path, p -> new ArrayList<>()))));
      List<Feed> later = account(random);
      SequencedMap<String, String> after = run(byHand, later, style, isByGroup, name);
      written.forEach((path, lines) -> assertKept(after.get(path), lines, name));
      assertThat(run(after, later, style, isByGroup, name)).as(name).isEqualTo(after);
    }
  }

  private static void assertKept(String text, List<String> lines, String name) {
    if (!lines.isEmpty()) {
      assertThat(text.lines().toList()).as("%s%n%s", name, text).containsSubsequence(lines);
    }
  }

  /// The files afterwards; a run behind it must find nothing to do.
  private static SequencedMap<String, String> run(
      SequencedMap<String, String> standing,
      List<Feed> feeds,
      Optional<Style> style,
      boolean isByGroup,
      String name) {
    SourceFiles.Result result = result(standing, feeds, style, isByGroup);
    SequencedMap<String, String> after = new LinkedHashMap<>(standing);
    after.putAll(result.texts());
    after.forEach((path, text) ->
        assertThat(Yaml.read(path, text.getBytes(StandardCharsets.UTF_8)).problems())
            .as("%s%n%s", name, text)
            .isEmpty());
    assertThat(result.left()).as(name).isEmpty();
    SourceFiles.Result again = result(after, feeds, style, isByGroup);
    assertThat(again.texts()).as(name).isEmpty();
    return after;
  }

  private static SourceFiles.Result result(
      SequencedMap<String, String> standing,
      List<Feed> feeds,
      Optional<Style> style,
      boolean isByGroup) {
    return new SourceFiles(standing, style)
        .with(
            DbtSources.of(feeds).all(),
            source -> (isByGroup ? source.feeds().getFirst().group() : source.name()) + ".yml");
  }

  private static List<Feed> account(SplittableRandom random) {
    var feeds = new ArrayList<Feed>();
    int connections = 1 + random.nextInt(5);
    for (int i = 0; i < connections; i++) {
      String group = "g" + random.nextInt(2);
      var tables = new ArrayList<LandedTable>();
      // Some share a schema, as files and sheets do.
      String schema = random.nextInt(4) == 0 ? "shared" : "s" + i;
      for (int table = random.nextInt(6); table >= 0; table--) {
        tables.add(
            new LandedTable(
                schema,
                "t" + i + "_" + table,
                random.nextInt(5) == 0 ? "HISTORY" : "",
                some(random),
                some(random)));
      }
      feeds.add(
          new Feed(
              "connector/c" + i + "@" + group,
              "c" + i,
              group,
              random.nextBoolean() ? "postgres" : "s3",
              random.nextBoolean() ? List.of("@acme/data", "ana: \"x\"") : List.of(),
              random.nextInt(3) == 0 ? "" : "RAW",
              new Pace(
                  random.nextInt(4) == 0
                      ? Optional.empty()
                      : Optional.of(
                          Duration.ofMinutes(List.of(5, 60, 1_440).get(random.nextInt(3)))),
                  random.nextInt(4) == 0 ? Duration.ofMinutes(45) : Duration.ZERO,
                  random.nextInt(4) == 0 ? Duration.ofHours(36) : Duration.ZERO),
              tables));
    }
    return feeds;
  }

  private static List<String> some(SplittableRandom random) {
    var some = new TreeSet<String>();
    for (int count = random.nextInt(4) - 1; count > 0; count--) {
      some.add(COLUMNS.get(random.nextInt(COLUMNS.size())));
    }
    return List.copyOf(some);
  }

  /// Somebody writes comments, descriptions and columns.
  ///
  /// @param written the lines
  private static String edited(String text, SplittableRandom random, List<String> written) {
    var lines = new ArrayList<String>();
    for (String line : text.lines().toList()) {
      boolean isNamed = line.matches(" +- name: .*");
      if (isNamed && random.nextInt(4) == 0) {
        add(lines, written, "# above " + lines.size());
      }
      lines.add(line);
      if (isNamed && random.nextInt(3) == 0) {
        String indent = " ".repeat(line.indexOf('-') + 2);
        add(lines, written, indent + "description: by hand " + lines.size() + "   # really");
        if (line.matches(" {6}- .*") && random.nextBoolean()) {
          add(lines, written, indent + "columns:");
          add(lines, written, indent + "  - name: id");
          add(lines, written, indent + "    data_tests: [unique, not_null]");
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, List<String> written, String line) {
    lines.add(line);
    written.add(line);
  }
}
