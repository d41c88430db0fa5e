package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What lies in a group of the simulator goes with it. Each kind that can lie in one, or belong to
/// what does, has an example in the group that is deleted here, so that none is forgotten.
class DeletedGroupTest {

  private static final String GROUP = "analytics_prod";

  /// Kinds that are, or lie in, a group, and not only in what is in one.
  private static final Pattern PLACES = Pattern.compile("slug=(group|destination|connector)\\b");

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  static List<String> kindsInGroups() {
    return Wanted.KINDS.names().stream().filter(DeletedGroupTest::canLieInAGroup).toList();
  }

  @Test
  void leavesNoTraceInAnyCollection() {
    further(new Workspace(folder).reaching(lab.sandbox()))
        .succeed(OneOfEach.apply(DeletedGroupTest::isFurther));
    List<String> ids;
    try (var other = new OtherTool(lab.sandbox())) {
      String group = other.idOf("groups", "name", GROUP);
      ids = connectionsOf(group);
      assertThat(ids).hasSizeGreaterThan(5);

      ids.forEach(connection -> other.send("DELETE", "/connections/" + connection, ""));
      other.send("DELETE", "/destinations/" + group, "");
      other.send("DELETE", "/groups/" + group, "");
      ids.add(group);
    }

    assertThat(traces(ids)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kindsInGroups")
  void coversEachKind(String kind) {
    var workspace = further(new Workspace(folder).withExamples());

    List<String> documents = Arrays.asList(workspace.succeed("render").out().split("(?m)^---$"));

    assertThat(documents)
        .anyMatch(
            document -> document.contains("kind: " + kind + "\n") && document.contains(GROUP));
  }

  /// With the plain document of each kind that is not among the examples.
  private static Workspace further(Workspace workspace) {
    OneOfEach.kinds()
        .filter(DeletedGroupTest::isFurther)
        .forEach(kind ->
            workspace.file(
                "manifests/further/" + kind.slug() + ".yaml",
                OneOfEach.document(kind).replace("\"g\"", '"' + GROUP + '"')));
    return workspace;
  }

  private static boolean isFurther(KindDefinition kind) {
    return kindsInGroups().contains(kind.name()) && !isExample(kind.name());
  }

  private static boolean isExample(String kind) {
    try (Stream<Path> files = Files.walk(Path.of("examples/manifests"))) {
      return files
          .filter(Files::isRegularFile)
          .anyMatch(file -> text(file).contains("kind: " + kind + "\n"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A system key names groups in filters, and lies in none.
  private static boolean canLieInAGroup(String kind) {
    KindDefinition definition = Wanted.KINDS.named(kind).orElseThrow().definition();
    return definition.vetted().isEmpty()
        && !kind.equals("SystemKey")
        && PLACES.matcher(definition.fields(Value.Mapping.EMPTY).toString()).find();
  }

  private List<String> connectionsOf(String group) {
    var ids = new ArrayList<String>();
    for (JsonNode connection : lab.sandbox().control().account().path("connections")) {
      if (connection.path("group_id").asText().equals(group)) {
        ids.add(connection.path("id").asText());
      }
    }
    return ids;
  }

  /// Where ids are still named, by collection. The history of syncs is what was, and keeps them.
  private Map<String, List<String>> traces(List<String> ids) {
    ObjectNode account = lab.sandbox().control().account();
    account.remove("history");
    var traces = new TreeMap<String, List<String>>();
    for (var collection : account.properties()) {
      String text = collection.getValue().toString();
      List<String> named =
          ids.stream()
              .filter(id -> Pattern.compile("\\b" + id + "\\b").matcher(text).find())
              .toList();
      if (!named.isEmpty()) {
        traces.put(collection.getKey(), named);
      }
    }
    return traces;
  }
}
