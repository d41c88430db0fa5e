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

  private static final JsonMapper JSON = new JsonMapper();

  /// How many milliseconds a call may be held up.
  private static final int DELAY = 25;

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, Scale.of(12, 300));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyObjectIsThereOnceOrNamed(long seed) throws Exception {
    var random = new Random(seed);
    try (var lab = new Lab()) {
      delays(lab, random);

      List<Ran> ran = together(lab, 2 + random.nextInt(4), random);

      lab.sandbox().control().faults(JSON.createArrayNode());
      String told = String.join("\n", ran.stream().map(Ran::all).toList());
      assertThat(unnamed(lab, told)).as("seed %s%n%s", seed, told).isEmpty();
      assertThat(ran)
          .as("seed %s%n%s", seed, told)
          .allMatch(one -> List.of(0, 1, 4, 5, 6).contains(one.code()));
      isNotStuck(lab, seed);
    }
  }

  @Test
  void oneApplyNamesNothingExtra() throws Exception {
    try (var lab = new Lab()) {
      Ran ran = together(lab, 1, new Random(1)).getFirst();

      assertThat(ran.code()).as("%s", ran).isZero();
      assertThat(ran.all()).doesNotContain("extra");
    }
  }

  private List<Ran> together(Lab lab, int applies, Random random) throws Exception {
    List<Callable<Ran>> all =
        IntStream.range(0, applies)
            .mapToObj(index -> workspace(lab, "run" + index))
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

  private Workspace workspace(Lab lab, String name) {
    return new Workspace(folder.resolve(name))
        .file("manifests/all.yaml", Company.manifests(SIZE))
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

  private void isNotStuck(Lab lab, long seed) {
    Workspace later = workspace(lab, "later");
    Ran applied = later.run("apply", "--auto-approve");
    Ran planned = later.run("plan", "--detailed-exitcode");

    assertThat(applied.code()).as("seed %s: %s", seed, applied).isZero();
    assertThat(planned.code()).as("seed %s: %s", seed, planned).isZero();
  }
}
