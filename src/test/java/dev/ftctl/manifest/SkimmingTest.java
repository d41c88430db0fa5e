package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindList;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.TreeCache;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.ShuffledProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever earlier runs left, and whatever changed since: who skims a project comes to the same as
/// who reads all of it.
final class SkimmingTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20_261_130L);
  private static final KindList KINDS = Kinds.all(Catalog.bundled());
  private static final String TEXTS = "pass-word abc harmless literal-secret ****** plain-text";

  @TempDir Path folder;
  private int passed;

  /// What a run is asked and given, beside the files.
  private record Flags(
      String environment,
      Map<String, String> variables,
      Map<String, String> process,
      Map<String, String> selectors,
      List<String> targets,
      boolean isStrict,
      boolean isForAccount) {

    static final Flags PLAIN =
        new Flags("", Map.of(), Map.of("PASSWORD", "pass-word"), Map.of(), List.of(), false, false);

    static Flags drawn(Random random) {
      var process = new HashMap<String, String>();
      process.put(
          "PASSWORD", one(random, "pass-word", "pass-word", "pass-word", "abc", "", "******"));
      if (random.nextInt(6) == 0) {
        process.remove("PASSWORD");
      }
      process.put("PLAIN", one(random, "", "plain-text"));
      return new Flags(
          one(random, "", "", "", "prod", "dev"),
          random.nextInt(5) == 0 ? Map.of("zone", "us") : Map.of(),
          process,
          random.nextInt(8) == 0 ? Map.of("team", "ops") : Map.of(),
          random.nextInt(4) == 0 ? List.of(one(random, "connector/shop", "team/data")) : List.of(),
          random.nextInt(8) == 0,
          random.nextBoolean());
    }

    private static String one(Random random, String... words) {
      return words[random.nextInt(words.length)];
    }
  }

  /// All that a reading tells.
  private record Outcome(
      List<Resource> planned,
      List<Resource> all,
      Set<?> narrowed,
      Set<?> needed,
      Set<?> elsewhere,
      List<?> told,
      List<String> open,
      int files,
      String digest,
      String masked) {}

  @Test
  void whatIsSkimmedIsWhatIsRead() throws IOException {
    for (int round = 0; round < Scale.of(3, 600); round++) {
      var random = new Random(SEED + round);
      var project = new ShuffledProject(random);
      Path cache = folder.resolve("cache" + round);
      Flags flags = Flags.PLAIN;
      for (int step = 0; step < 10; step++) {
        var place = new TreeCache.Place(cache, random.nextInt(12) == 0 ? "2" : "1");

        assertThat(outcome(project.files(), flags, Optional.of(place)))
            .as("-Dftctl.test.seed=%d, step %d, %s", SEED + round, step, flags)
            .isEqualTo(outcome(project.files(), flags, Optional.empty()));

        if (random.nextInt(3) > 0) {
          project.restore();
        }
        for (int edits = random.nextInt(3); edits > 0; edits--) {
          project.edit();
        }
        flags = random.nextInt(2) == 0 ? Flags.PLAIN : Flags.drawn(random);
        damage(random, cache);
      }
    }
    assertThat(passed).as("how often something was passed over").isGreaterThan(4);
  }

  /// One edit after a run that left everything it could.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders.yaml | groups: [eu] | groups: [eu, us]
          orders.yaml | name: orders | name: orders2
          orders.yaml | name: orders | name: shop
          orders.yaml | {name: orders} | {name: orders, absent: true}
          orders.yaml | schema_prefix: orders | schema_prefix: shop
          groups.yaml | kind: Group | kind: Team
          groups.yaml | {name: us} | {name: ap}
          shop.yaml   | groups: [eu] | groups: [us]
          people.yaml | ana@example.com | cy@example.com
          people.yaml | ana@example.com | Ana@example.com
          settings-eu.yaml | connector: shop@eu | connector: orders@eu
          settings-eu.yaml | connector: shop@eu | connector: orders
          settings-eu.yaml | connector: shop@eu | connector: nobody@eu
          hook.yaml   | group: eu | group: nowhere
          overlays/shop.yaml | name: shop | name: orders
          ftctl.yaml  | events: sync_end | events: sync_start
          team.yaml   | {name: data} | {name: orders}
          """)
  void oneEditIsSeenByAllThatItConcerns(String file, String from, String to) {
    Map<String, String> project = new ShuffledProject(new Random(SEED)).files();
    String path = file.contains("/") || file.equals("ftctl.yaml") ? file : "manifests/" + file;
    var place = Optional.of(new TreeCache.Place(folder.resolve("cache"), "1"));
    outcome(project, Flags.PLAIN, place);
    outcome(project, Flags.PLAIN, place);
    assertThat(passed).as("skims at all").isOne();

    assertThat(project.get(path)).contains(from);
    project.put(path, project.get(path).replace(from, to));

    assertThat(outcome(project, Flags.PLAIN, place))
        .isEqualTo(outcome(project, Flags.PLAIN, Optional.empty()));
    project.remove(path);
    assertThat(outcome(project, Flags.PLAIN, place))
        .isEqualTo(outcome(project, Flags.PLAIN, Optional.empty()));
  }

  /// Changes, cuts or drops what is kept, now and then.
  private static void damage(Random random, Path cache) throws IOException {
    if (random.nextInt(6) > 0 || !Files.exists(cache)) {
      return;
    }
    try (Stream<Path> files = Files.list(cache)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".outline")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        Files.write(
            file,
            random.nextBoolean()
                ? bytes
                : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      }
    }
  }

  private Outcome outcome(
      Map<String, String> project, Flags flags, Optional<TreeCache.Place> place) {
    var redaction = new Redaction();
    ReadRequest request = request(project, flags, place, redaction);
    try {
      Desired desired = Manifests.skim(request, KINDS);
      // Before somebody looks into all of it.
      String masked = redaction.mask(TEXTS);
      passed += desired.resources() instanceof ReadLater ? 1 : 0;
      var told = new ArrayList<Object>(desired.warnings());
      desired.warnings().forEach(warning -> told.add(desired.sources().excerpt(warning.place())));
      return new Outcome(
          desired.planned(),
          List.copyOf(desired.resources()),
          desired.narrowed(),
          desired.needed(),
          desired.elsewhere(),
          told,
          desired.open().names().stream().map(name -> name.subject() + name.name()).toList(),
          desired.files(),
          desired.digest(),
          masked);
    } catch (ManifestException wrong) {
      return wrong(wrong.problems(), redaction.mask(TEXTS));
    } catch (UnknownPathException wrong) {
      return wrong(List.of(String.valueOf(wrong.getMessage())), redaction.mask(TEXTS));
    }
  }

  private static Outcome wrong(List<?> told, String masked) {
    return new Outcome(
        List.of(), List.of(), Set.of(), Set.of(), Set.of(), told, List.of(), 0, "", masked);
  }

  private static ReadRequest request(
      Map<String, String> project,
      Flags flags,
      Optional<TreeCache.Place> place,
      Redaction redaction) {
    var files = new TreeMap<String, byte[]>();
    project.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new ReadRequest(
        new MemoryTree(files),
        "",
        List.of(),
        flags.environment(),
        flags.variables(),
        flags.process(),
        flags.selectors(),
        flags.targets(),
        flags.isStrict(),
        redaction,
        Instant.EPOCH,
        flags.isForAccount(),
        Set.of(),
        Optional.empty(),
        place,
        false,
        Optional.empty());
  }
}
