package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Applies of the same manifests that run at once, against an API that takes two groups, teams and
/// webhooks of one name: each object is there once, or somebody has named what is extra; and a
/// later plan is stuck behind none of it.
class MeetingAppliesTest {

  private static final CallBudgetTest.Size SIZE = new CallBudgetTest.Size(2, 2, 3, 2, 2, 2, 2, 4);

  /// Of each kind something else, and something gone.
  private static final String OTHERWISE =
      Company.manifests(SIZE)
              .replaceAll("\\bg0\\b", "h0")
              .replace(
                  "kind: Group\nmetadata: {name: h0}",
                  "kind: Group\nmetadata: {name: h0, moved_from: g0}")
              .replace("metadata: {name: w0}", "metadata: {name: w0, absent: true}")
              .replace("metadata: {name: t1}", "metadata: {name: t1, absent: true}")
              .replace("metadata: {name: c2}", "metadata: {name: c2, absent: true}")
              .replace("hashed: true", "enabled: false")
              .replace("given_name: U1", "given_name: V1")
          + "---\nkind: Group\nmetadata: {name: new}\n"
          + "---\nkind: Team\nmetadata: {name: new}\nspec: {role: Account Reviewer}\n";

  private static final JsonMapper JSON = new JsonMapper();

  private static final String MANIFESTS = Company.manifests(SIZE);

  /// How many milliseconds a call may be held up.
  private static final int DELAY = 25;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, Scale.of(7, 300));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyObjectIsThereOnceOrNamed(long seed) throws Exception {
    var random = new Random(seed);
    try (var lab = new Lab()) {
      delays(lab, random);

      List<Ran> ran = together(lab, 2 + random.nextInt(4), random, MANIFESTS);

      lab.sandbox().control().faults(JSON.createArrayNode());
      String told = String.join("\n", ran.stream().map(Ran::all).toList());
      assertThat(unnamed(lab, told)).as("seed %s%n%s", seed, told).isEmpty();
      assertThat(ran)
          .as("seed %s%n%s", seed, told)
          .allMatch(one -> List.of(0, 1, 4, 5, 6).contains(one.code()));
      isNotStuck(lab, seed, MANIFESTS);
    }
  }

  static LongStream fewerSeeds() {
    return LongStream.range(0, Scale.of(4, 150));
  }

  /// Applies that delete, rename, change and create the same at once.
  @ParameterizedTest
  @MethodSource("fewerSeeds")
  void deletionsAndRenamesMeet(long seed) throws Exception {
    var random = new Random(seed);
    try (var lab = new Lab()) {
      workspace(lab, "before", Company.manifests(SIZE)).succeed("apply", "--auto-approve");
      delays(lab, random);

      List<Ran> ran = together(lab, 2 + random.nextInt(4), random, OTHERWISE);

      lab.sandbox().control().faults(JSON.createArrayNode());
      String told = String.join("\n", ran.stream().map(Ran::all).toList());
      assertThat(unnamed(lab, told)).as("seed %s%n%s", seed, told).isEmpty();
      assertThat(ran)
          .as("seed %s%n%s", seed, told)
          .allMatch(one -> List.of(0, 1, 4, 5, 6).contains(one.code()));
      isNotStuck(lab, seed, OTHERWISE);
      JsonNode account = lab.sandbox().control().account();
      assertThat(account.path("groups").findValuesAsText("name"))
          .as("seed %s%n%s", seed, told)
          .contains("h0", "new")
          .doesNotContain("g0");
      assertThat(account.path("webhooks").findValuesAsText("url"))
          .as("seed %s%n%s", seed, told)
          .doesNotContain("https://hooks.example.com/w0");
      assertThat(account.path("teams").findValuesAsText("name"))
          .as("seed %s%n%s", seed, told)
          .doesNotContain("t1");
      assertThat(account.path("connections").findValuesAsText("schema"))
          .as("seed %s%n%s", seed, told)
          .doesNotContain("c2");
    }
  }

  @Test
  void oneApplyNamesNothingExtra() throws Exception {
    try (var lab = new Lab()) {
      Ran ran = together(lab, 1, new Random(1), MANIFESTS).getFirst();

      assertThat(ran.code()).as("%s", ran).isZero();
      assertThat(ran.all()).doesNotContain("extra");
    }
  }

  private List<Ran> together(Lab lab, int applies, Random random, String manifests)
      throws Exception {
    List<Callable<Ran>> all =
        IntStream.range(0, applies)
            .mapToObj(index -> workspace(lab, "run" + index, manifests))
            .<Callable<Ran>>map(workspace -> {
              int start = random.nextInt(4 * DELAY);
              return () -> {
                Thread.sleep(start);
                return workspace.run("apply", "--auto-approve");
              };
            })
            .toList();
    var ran = new ArrayList<Ran>();
    try (var threads = Executors.newFixedThreadPool(applies)) {
      for (var one : threads.invokeAll(all)) {
        ran.add(one.get());
      }
    }
    return ran;
  }

  private Workspace workspace(Lab lab, String name, String manifests) {
    return new Workspace(folder.resolve(name))
        .file("manifests/all.yaml", manifests)
        .reaching(lab.sandbox());
  }

  /// Every so-manieth call of a sort takes longer.
  private static void delays(Lab lab, Random random) throws IOException {
    List<String> rules =
        Stream.of("GET", "POST", "POST", "PATCH")
            .map(method ->
                "{\"match\":{\"method\":\"%s\",\"every\":%d},\"then\":{\"latencyMillis\":%d}}"
                    .formatted(method, 1 + random.nextInt(4), random.nextInt(DELAY)))
            .toList();
    lab.sandbox().control().faults(JSON.readTree("[" + String.join(",", rules) + "]"));
  }

  /// What stands there besides another of its name, and in no output.
  private static List<String> unnamed(Lab lab, String told) {
    JsonNode account = lab.sandbox().control().account();
    var unnamed = new ArrayList<String>();
    Map.of("groups", "name", "teams", "name", "webhooks", "url", "users", "email")
        .forEach((collection, key) -> {
          Map<String, List<String>> ids = new HashMap<>();
          account
              .path(collection)
              .properties()
              .forEach(one ->
                  ids.computeIfAbsent(one.getValue().path(key).asText(), name -> new ArrayList<>())
                      .add(one.getKey()));
          ids.values()
              .forEach(same -> {
                List<String> silent = same.stream().filter(id -> !told.contains(id)).toList();
                // The one that counts need not be named.
                if (silent.size() > 1) {
                  unnamed.addAll(silent);
                }
              });
        });
    return unnamed;
  }

  private void isNotStuck(Lab lab, long seed, String manifests) {
    Workspace later = workspace(lab, "later", manifests);
    Ran applied = later.run("apply", "--auto-approve");
    Ran planned = later.run("plan", "--detailed-exitcode");

    assertThat(applied.code()).as("seed %s: %s", seed, applied).isZero();
    assertThat(planned.code()).as("seed %s: %s", seed, planned).isZero();
  }
}
