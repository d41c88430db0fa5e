package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same manifests and the same account print the same bytes.
class DeterminismTest {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void parallelismShowsInNothing() {
    Workspace workspace = differing(folder);

    for (String format : FORMATS) {
      String alone = plan(workspace, format, "1");

      assertThat(plan(workspace, format, "32")).isEqualTo(alone);
      assertThat(plan(workspace, format, "3")).isEqualTo(alone);
      assertThat(alone).contains("clickstream");
    }
  }

  @Test
  void creationsOfAnEmptyAccountAreOrderedToo() {
    try (var empty = new Lab()) {
      Workspace workspace = new Workspace(folder).withExamples().reaching(empty.sandbox());

      for (String format : FORMATS) {
        assertThat(plan(workspace, format, "32")).isEqualTo(plan(workspace, format, "1"));
      }
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Scale.of(4, 40));
  }

  /// Names, folders and order of files mean nothing but the places that are printed.
  @ParameterizedTest
  @MethodSource("seeds")
  void layoutOfFilesMeansNothing(long seed) throws IOException {
    Workspace workspace = differing(folder.resolve("one"));
    var shuffled = new Workspace(folder.resolve("two")).reaching(lab.sandbox());
    layOutAnew(folder.resolve("one/manifests"), shuffled, new Random(seed));

    for (String format : FORMATS) {
      String tidy = withoutPlaces(plan(workspace, format, "8"));

      assertThat(withoutPlaces(plan(shuffled, format, "8"))).as("seed %d", seed).isEqualTo(tidy);
    }
  }

  /// A file found later, and one read in another order, are the same bytes.
  @Test
  void orderInWhichTheFolderListsItsFilesMeansNothing() {
    Workspace forwards = new Workspace(folder.resolve("one")).reaching(lab.sandbox());
    Workspace backwards = new Workspace(folder.resolve("two")).reaching(lab.sandbox());
    List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    names.forEach(name -> forwards.file("manifests/" + name + ".yaml", webhook(name)));
    names.reversed().forEach(name -> backwards.file("manifests/" + name + ".yaml", webhook(name)));

    for (String format : FORMATS) {
      assertThat(plan(backwards, format, "8")).isEqualTo(plan(forwards, format, "8"));
    }
    assertThat(saved(backwards, "32")).isEqualTo(saved(forwards, "1"));
  }

  /// The API lists objects, and members of objects, in whatever order.
  @ParameterizedTest
  @MethodSource("seeds")
  void orderOfTheAnswersMeansNothing(long seed) {
    Workspace workspace = differing(folder);
    List<String> plans = new ArrayList<>();
    FORMATS.forEach(format -> plans.add(plan(workspace, format, "1")));
    String saved = saved(workspace, "1");
    JsonNode account = lab.sandbox().control().account();

    JsonNode shuffled = shuffled(account, new Random(seed));
    lab.sandbox().control().replaceAccount(shuffled);

    assertThat(shuffled.toString()).isNotEqualTo(account.toString());
    for (int i = 0; i < FORMATS.size(); i++) {
      assertThat(plan(workspace, FORMATS.get(i), "32")).as("seed %d", seed).isEqualTo(plans.get(i));
    }
    assertThat(saved(workspace, "32")).as("seed %d", seed).isEqualTo(saved);
  }

  private static JsonNode shuffled(JsonNode node, Random random) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.shuffle(names, random);
    ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
    names.forEach(name -> shuffled.set(name, shuffled(object.get(name), random)));
    return shuffled;
  }

  private static String webhook(String name) {
    return """
    kind: Webhook
    metadata: {name: %1$s}
    spec: {url: "https://hooks.example.com/%1$s", events: [sync_end], active: true}
    """
        .formatted(name);
  }

  private Workspace differing(Path where) {
    return new Workspace(where)
        .withExamples()
        .reaching(lab.sandbox())
        .edit("manifests/shop/clickstream.yaml", "sync_frequency: 15", "sync_frequency: 30")
        .edit("manifests/sales/crm.yaml", "sync_frequency: 180", "sync_frequency: 60")
        .edit("manifests/sales/support.yaml", "[analytics_prod]", "[analytics_prod, finance]")
        .edit("manifests/people/teams.yaml", "Reads the books", "Keeps the books");
  }

  /// Every document into one of a few files of other names, in another order.
  private static void layOutAnew(Path manifests, Workspace shuffled, Random random)
      throws IOException {
    var documents = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(manifests)) {
      // Tests of manifests are no documents.
      Predicate<Path> isTest = file -> file.toString().endsWith(".test.yaml");
      for (Path file :
          files.filter(Files::isRegularFile).filter(isTest.negate()).sorted().toList()) {
        documents.addAll(List.of(Files.readString(file).split("(?m)^---\n")));
      }
    }
    Collections.shuffle(documents, random);
    int files = 1 + random.nextInt(9);
    for (int index = 0; index < files; index++) {
      int number = index;
      String text =
          String.join(
              "\n---\n",
              documents.stream()
                  .filter(document -> Math.floorMod(documents.indexOf(document), files) == number)
                  .toList());
      shuffled.file("manifests/" + random.nextInt(1000) + "/f" + index + ".yaml", text);
    }
  }

  private static String plan(Workspace workspace, String format, String parallelism) {
    return workspace
        .succeed("plan", "--format", format, "--parallelism", parallelism, "--show-unmanaged")
        .out();
  }

  /// The plan file, made at some parallelism but without naming it on the command line.
  private static String saved(Workspace workspace, String parallelism) {
    workspace.succeed("plan", "-o", "plan.json", "--parallelism=" + parallelism);
    return workspace.read("plan.json").replaceAll("--parallelism=\\d+", "");
  }

  /// Where a document stands, how many files there are, and the digest of the files.
  private static String withoutPlaces(String text) {
    return text.replaceAll("<code>manifests/\\S+:\\d+</code>", "")
        .replaceAll(" +manifests/\\S+:\\d+", "")
        .replaceAll("\\d+ manifests?", "")
        .replaceAll("\"(file|line|column|manifests|digest)\" : [^\n]*", "");
  }
}
