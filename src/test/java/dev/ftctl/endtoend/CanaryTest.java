package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A text that nobody may learn, in every place of the language, from every source, through every
/// command and format: no piece of it is told, whatever a function makes of it, and what is told of
/// one text is told of another.
class CanaryTest {

  private static final String ONE = "Zq7Xk3Vj9Wq5Pz8";
  private static final String OTHER = "Jw4Hq8Rx6Kz2Yv9Bn0Td";
  private static final int SHORTEST_PIECE = 4;
  private static final Pattern NAMED = Pattern.compile("\\bp-?(\\d{4})\\b");

  private static final Pattern SECRET =
      Pattern.compile("(password|secret)\"?: ?\"?" + GrammarPlaces.VALUE);

  @TempDir Path folder;

  /// Opens what lies beside the repository, so that its texts come in and are foreign.
  private static final List<String> OPEN = List.of("--allow-path", "..");

  /// How a manifest names the text, and what the command line says besides.
  record Source(String text, List<String> flags) {

    private Source(String text) {
      this(text, List.of());
    }

    /// Whether there are places that take it: the parts of a text are a list nowhere, what isn't
    /// read is nothing, and some forms are wrong wherever they stand.
    private boolean isTaken() {
      boolean isClosed = text.startsWith("${yaml:") && flags.isEmpty();
      return !isClosed && !text.matches("[$][{](split|date)[(].*|[$][{]env:NONE:-[$].*");
    }

    private String[] line(String... command) {
      return Stream.concat(Stream.of(command), flags.stream()).toArray(String[]::new);
    }

    @Override
    public String toString() {
      return text + " " + String.join(" ", flags);
    }
  }

  /// References to the text, and to what functions make of it.
  static Stream<Source> sources() {
    List<Source> all =
        List.of(
            new Source("${env:CANARY}"),
            new Source("${secret:of-env}"),
            new Source("${secret:of-file}"),
            new Source("${secret:of-command}"),
            new Source("${file:../../outside.txt}"),
            new Source("${file:../../outside.txt}", OPEN),
            new Source("${yaml:../../outside.yaml}"),
            new Source("${yaml:../../outside.yaml}", OPEN),
            new Source("${var:indirect}"),
            new Source("${var:list}"),
            new Source("x-${env:CANARY}-y"),
            new Source("${upper(env:CANARY)}"),
            new Source("${lower(secret:of-env)}"),
            new Source("${sha256(env:CANARY)}"),
            new Source("${replace(env:CANARY, 'q', '-')}"),
            new Source("${split(env:CANARY, '9')}"),
            new Source("${join(split(env:CANARY, '9'), ' ')}"),
            new Source("${join(var:list, '+')}"),
            new Source("${compact(var:list)}"),
            new Source("${default(env:CANARY, 'x')}"),
            new Source("${default(env:NONE, env:CANARY)}"),
            new Source("${date(env:CANARY, 'UTC')}"),
            new Source("${env:NONE:-${env:CANARY}}"));
    return sample(all, Scale.of(3, all.size())).stream();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isToldByNoPlaceOfADocument(Source source) throws IOException {
    isToldByNone(source, places(GrammarPlaces.ofDocuments(), Scale.of(60, Integer.MAX_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isToldByNoPlaceOfATemplateOrAnOverlay(Source source) throws IOException {
    isToldByNone(source, places(GrammarPlaces.ofLayers(), Scale.of(40, Integer.MAX_VALUE)));
  }

  /// @param places each as files by name
  private void isToldByNone(Source source, List<Map<String, String>> places) throws IOException {
    Workspace one = workspace("one", ONE);
    Workspace other = workspace("other", OTHER);
    var left = new TreeMap<Integer, Set<String>>();
    for (int at = 0; at < places.size(); at++) {
      Map<String, String> files = GrammarPlaces.files(places.get(at), at, source.text());
      files.forEach(one::file);
      files.forEach(other::file);
      left.put(at, files.keySet());
    }

    for (int round = 0; round < 4; round++) {
      Ran ran = alike(one, other, source.line("validate"));
      alike(one, other, source.line("validate", "--format", "json"));
      if (ran.code() != 65) {
        break;
      }
      Set<Integer> refused = refused(ran);
      if (refused.isEmpty()) {
        // A wrong item of a list is told where the variable has it, not where it makes a document.
        left.forEach((at, names) -> {
          if (names.stream().map(one::read).anyMatch(text -> text.contains("\"for_each\""))) {
            refused.add(at);
          }
        });
      }
      assertThat(refused).as("%s", ran).isNotEmpty();
      for (int at : refused) {
        for (String name : left.getOrDefault(at, Set.of())) {
          Files.deleteIfExists(one.folder().resolve(name));
          Files.deleteIfExists(other.folder().resolve(name));
        }
        left.remove(at);
      }
    }

    assertThat(!left.isEmpty() || !source.isTaken()).as("no place is left").isTrue();
    isToldByNoCommand(source, one, other);
  }

  private static Set<Integer> refused(Ran ran) {
    return NAMED
        .matcher(ran.all())
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void isToldByNoCommand(Source source, Workspace one, Workspace other) {
    alike(one, other, source.line("render"));
    alike(one, other, source.line("render", "--format", "json"));
    alike(one, other, source.line("plan", "--sandbox", "--expand"));
    alike(one, other, source.line("plan", "--sandbox", "--format", "json"));
    alike(one, other, source.line("plan", "--sandbox", "--format", "markdown"));
    alike(one, other, source.line("drift", "--sandbox"));
    for (String[] command :
        List.of(
            source.line("plan", "--sandbox", "-o", "saved.plan"),
            source.line("apply", "--sandbox", "--auto-approve", "--report", "report.json"),
            source.line("plan", "--sandbox"),
            source.line("drift", "--sandbox", "--format", "json"),
            source.line("drift", "--sandbox", "--accept", "connector/*", "--format", "json"),
            source.line("drift", "--sandbox", "--format", "markdown"))) {
      guarded(one.run(command).all(), ONE);
    }
    for (String name : List.of("saved.plan", "report.json", ".ftctl/journal.jsonl")) {
      if (Files.exists(one.folder().resolve(name))) {
        guarded(one.read(name), ONE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isToldByNoPlaceOfTheProject(Source source) {
    for (String project : sample(ProjectPlaces.all(), Scale.of(6, Integer.MAX_VALUE))) {
      String text = project.replace(GrammarPlaces.VALUE, source.text());
      Workspace one = workspace("one", ONE).file("ftctl.yaml", text);
      Workspace other = workspace("other", OTHER).file("ftctl.yaml", text);

      alike(one, other, source.line("validate"));
      alike(one, other, source.line("plan", "--sandbox"));
    }
  }

  private Workspace workspace(String name, String canary) {
    return new Workspace(folder.resolve(name + "/repository"))
        .file("outside.txt", "")
        .file("../outside.txt", canary + "\n")
        .file("../outside.yaml", "[" + canary + "]\n")
        .file(
            "ftctl.yaml",
            """
            variables: {indirect: "${env:CANARY}", list: [a, "${env:CANARY}"]}
            secrets:
              of-env: {env: CANARY}
              of-file: {file: ../outside.txt}
              of-command: {exec: [cat, ../outside.txt]}
            default_environment: e
            environments: {e: {account: sandbox_account, overlays: overlays}}
            """)
        .file("overlays/a.yaml", "kind: Group\nmetadata: {name: g}\n")
        .file(
            "manifests/a.yaml",
            """
            kind: Group
            metadata: {name: g}
            ---
            kind: Connector
            metadata: {name: c}
            spec: {service: postgres, groups: [g], paused: true, config: {schema_prefix: c}}
            """)
        .with("PATH", System.getenv("PATH"))
        .with("CANARY", canary);
  }

  /// Runs a command on both texts, which must say the same.
  private static Ran alike(Workspace one, Workspace other, String... arguments) {
    Ran here = one.run(arguments);
    Ran there = other.run(arguments);
    guarded(here.all(), ONE);
    guarded(there.all(), OTHER);
    // The folders have different names.
    assertThat(there.all().replaceAll("\\bother\\b", "one"))
        .as(String.join(" ", arguments))
        .isEqualTo(here.all().replaceAll("\\bother\\b", "one"));
    assertThat(there.code()).isEqualTo(here.code());
    assertThat(here.code()).as("%s", here).isNotEqualTo(70);
    return here;
  }

  private static void guarded(String output, String canary) {
    String told = output.toLowerCase(Locale.ROOT);
    String small = canary.toLowerCase(Locale.ROOT);
    List<String> pieces =
        IntStream.rangeClosed(0, small.length() - SHORTEST_PIECE)
            .mapToObj(at -> small.substring(at, at + SHORTEST_PIECE))
            .toList();
    assertThat(pieces.stream().filter(told::contains).toList()).as(output).isEmpty();
    assertThat(told).doesNotContain(hash(canary).substring(0, 8), small.replace('q', '-'));
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new AssertionError(everyPlatformHasIt);
    }
  }

  /// Some of them, others on another day. With a few that take secrets, since some sources stand
  /// nowhere else.
  private static List<Map<String, String>> places(List<Map<String, String>> all, int most) {
    return Stream.concat(
            sample(all, most).stream(),
            all.stream()
                .filter(place -> place.values().stream().anyMatch(SECRET.asPredicate()))
                .limit(5))
        .distinct()
        .toList();
  }

  private static <T> List<T> sample(List<T> all, int most) {
    long seed = Long.getLong("ftctl.test.seed", 20261129L);
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    return List.copyOf(shuffled.subList(0, Math.min(most, shuffled.size())));
  }
}
