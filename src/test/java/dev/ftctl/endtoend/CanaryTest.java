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
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  @TempDir Path folder;

  /// References to the text, and to what functions make of it.
  static Stream<String> sources() {
    List<String> all =
        List.of(
            "${env:CANARY}",
            "${secret:of-env}",
            "${secret:of-file}",
            "${secret:of-command}",
            "${file:../../outside.txt}",
            "${yaml:../../outside.yaml}",
            "${var:indirect}",
            "${var:list}",
            "x-${env:CANARY}-y",
            "${upper(env:CANARY)}",
            "${lower(secret:of-env)}",
            "${sha256(env:CANARY)}",
            "${replace(env:CANARY, 'q', '-')}",
            "${split(env:CANARY, '9')}",
            "${join(split(env:CANARY, '9'), ' ')}",
            "${join(var:list, '+')}",
            "${compact(var:list)}",
            "${default(env:CANARY, 'x')}",
            "${default(env:NONE, env:CANARY)}",
            "${date(env:CANARY, 'UTC')}",
            "${env:NONE:-${env:CANARY}}");
    return sample(all, Scale.of(3, all.size())).stream();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isToldByNoPlaceOfADocument(String source) throws IOException {
    List<String> places = sample(GrammarPlaces.ofDocuments(), Scale.of(150, Integer.MAX_VALUE));
    Workspace one = workspace("one", ONE);
    Workspace other = workspace("other", OTHER);
    var left = new TreeMap<Integer, String>();
    for (int at = 0; at < places.size(); at++) {
      String number = String.format(Locale.ROOT, "%04d", at);
      String text = places.get(at).replace("NUMBER", number).replace(GrammarPlaces.VALUE, source);
      left.put(at, text);
      one.file("manifests/p" + number + ".yaml", text);
      other.file("manifests/p" + number + ".yaml", text);
    }

    for (int round = 0; round < 4; round++) {
      Ran ran = alike(one, other, "validate");
      alike(one, other, "validate", "--format", "json");
      var refused = new TreeSet<Integer>();
      if (ran.code() != 65) {
        break;
      }
      NAMED
          .matcher(ran.all())
          .results()
          .forEach(found -> refused.add(Integer.valueOf(found.group(1))));
      assertThat(refused).as("%s", ran).isNotEmpty();
      for (int at : refused) {
        left.remove(at);
        for (Workspace workspace : List.of(one, other)) {
          String name = String.format(Locale.ROOT, "manifests/p%04d.yaml", at);
          Files.deleteIfExists(workspace.folder().resolve(name));
        }
      }
    }

    // The parts of a text are a list nowhere.
    assertThat(left.isEmpty()).as("no place is left").isEqualTo(source.startsWith("${split("));
    alike(one, other, "render");
    alike(one, other, "render", "--format", "json");
    alike(one, other, "plan", "--sandbox", "--expand");
    alike(one, other, "plan", "--sandbox", "--format", "json");
    alike(one, other, "plan", "--sandbox", "--format", "markdown");
    guarded(one.run("plan", "--sandbox", "-o", "saved.plan").all(), ONE);
    guarded(one.run("apply", "--sandbox", "--auto-approve", "--report", "report.json").all(), ONE);
    for (String name : List.of("saved.plan", "report.json", ".ftctl/journal.jsonl")) {
      if (Files.exists(one.folder().resolve(name))) {
        guarded(one.read(name), ONE);
      }
    }
    guarded(one.run("plan", "--sandbox").all(), ONE);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isToldByNoPlaceOfTheProject(String source) {
    for (String project : sample(GrammarPlaces.ofProject(), Scale.of(6, Integer.MAX_VALUE))) {
      String text = project.replace(GrammarPlaces.VALUE, source);
      Workspace one = workspace("one", ONE).file("ftctl.yaml", text);
      Workspace other = workspace("other", OTHER).file("ftctl.yaml", text);

      alike(one, other, "validate");
      alike(one, other, "plan", "--sandbox");
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
            """)
        .file("manifests/rows.csv", "a,b\nx,y\n")
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

  /// Some of them, others on another day.
  private static List<String> sample(List<String> all, int most) {
    long seed = Long.getLong("ftctl.test.seed", 20261129L);
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    return List.copyOf(shuffled.subList(0, Math.min(most, shuffled.size())));
  }
}
