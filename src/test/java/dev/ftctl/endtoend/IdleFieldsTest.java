package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import dev.ftctl.testing.Wanted;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The language accepts nothing that no code acts on: each member of each field table, said alone
/// beside a plain document of its kind, changes what is sent or is refused. Of those that make a
/// difference to an object that is there, [OneFieldTest] shows it.
final class IdleFieldsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String ABSENCE =
      "MissingElementsTest#elementThatASourceMayLackHoldsNothingBack";

  /// Stands in a path for the name of an element of a tree.
  private static final String ELEMENT = "*";

  /// What can only show where something is already there, each with the test that shows it.
  private static final Map<String, String> SHOWN_ELSEWHERE =
      new TreeMap<>(
          Map.of(
              "schema-settings unlisted",
              "SchemaSettingsTest#alignedSettingsLetThePolicyRuleWhatIsNotListed",
              "schema-settings schemas.*.optional",
              ABSENCE,
              "schema-settings schemas.*.tables.*.optional",
              ABSENCE,
              "schema-settings schemas.*.tables.*.columns.*.optional",
              ABSENCE,
              "api-key overlap_days",
              "ApiKeyTest#theOldSecretGoesOnForAsLongAsTheDocumentSays",
              "team membership",
              "AccessTest#membershipThatAnAdditiveBlockDoesNotNameStays",
              "user membership",
              "UserTest#onlyAddsWhenAdditive"));

  /// What every document of the kind says already.
  private static final List<String> PLAIN_ALREADY =
      List.of(
          "destination group",
          "api-key user",
          "system-key permissions",
          "hybrid-agent group",
          "hybrid-agent accept_terms",
          "user user_type",
          "external-log group",
          "schema-settings connector",
          "transformation-project group",
          "destination config.password",
          "connector config.password");

  @TempDir Path folder;

  static Stream<Arguments> members() {
    return Wanted.KINDS.kinds().stream().map(Kind::definition).flatMap(IdleFieldsTest::members);
  }

  private static Stream<Arguments> members(KindDefinition kind) {
    var spec = new LinkedHashMap<String, Object>(PlainDocuments.spec(kind.slug()));
    String service = String.valueOf(spec.getOrDefault("service", ""));
    FieldTable table =
        kind.fields(
            Wanted.of(
                    kind.slug().equals("connector") ? "connector/c@g" : kind.slug() + "/x",
                    service.isEmpty() ? Map.of() : Map.of("service", service))
                .spec());
    Set<String> different =
        FieldPlaces.of(kind, "")
            .filter(place -> FieldOutcome.of(place) != FieldOutcome.NOTHING)
            .filter(place -> FieldOutcome.of(place) != FieldOutcome.ELSEWHERE)
            .map(FieldPlaces.Place::key)
            .collect(Collectors.toSet());
    return paths(table, List.of()).stream()
        .filter(path ->
            !different.contains(
                kind.slug() + " " + shown(path).replace(ELEMENT, FieldSamples.ELEMENT)))
        .filter(path -> !SHOWN_ELSEWHERE.containsKey(kind.slug() + " " + shown(path)))
        .filter(path -> !PLAIN_ALREADY.contains(kind.slug() + " " + shown(path)))
        .map(path -> Arguments.of(kind.slug(), shown(path), table));
  }

  private static String shown(List<String> path) {
    return String.join(".", path);
  }

  private static List<List<String>> paths(FieldTable table, List<String> above) {
    var paths = new ArrayList<List<String>>();
    for (Field field : table.all()) {
      var path = new ArrayList<>(above);
      path.add(field.name());
      if (field.shape() instanceof Shape.Nested nested) {
        paths.addAll(paths(nested.table(), path));
      } else if (field.shape() instanceof Shape.Tree tree) {
        path.add(ELEMENT);
        paths.addAll(paths(tree.element(), path));
      } else {
        paths.add(List.copyOf(path));
      }
    }
    return paths;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("members")
  void memberThatIsAcceptedIsActedOn(String kind, String path, FieldTable table) {
    List<String> names = List.of(path.split("\\."));
    int depth = names.lastIndexOf(ELEMENT) + 1;
    Map<String, Object> bare = depth == 0 ? Map.of() : said(table, names.subList(0, depth));
    String plain = run(kind, bare);

    String said = run(kind, said(table, names));

    assertThat(said).isNotEqualTo(plain);
  }

  private static final Map<String, String> DONE = new TreeMap<>();

  /// What a run of the project with these members more comes to: its writes, or why it is refused.
  private String run(String kind, Map<String, Object> more) {
    String known = more.isEmpty() ? DONE.get(kind) : null;
    if (known != null) {
      return known;
    }
    try (var sandbox = Sandbox.start(SandboxOptions.inMemory())) {
      Path home = Files.createTempDirectory(folder, "run");
      var workspace =
          new Workspace(home)
              .reaching(sandbox)
              .file("manifests/code.zip", Zips.of("connector.py", "pass"))
              .file("manifests/a.yaml", documents(kind, more));
      Ran ran =
          workspace.run(
              "apply",
              "--auto-approve",
              "--handout",
              "proxy-agent/one=agent.json",
              "--handout",
              "api-key/one=key.json",
              "--handout",
              "hybrid-agent/one=hybrid.json",
              "--handout",
              "system-key/one=system.json");
      String writes =
          sandbox.requests().stream()
              .filter(request -> !request.method().equals("GET"))
              .map(request -> request.method() + " " + request.path() + " " + request.body())
              .sorted()
              .collect(Collectors.joining("\n"));
      String what = ran.code() == 65 || ran.code() == 4 ? "refused " + ran.err() : writes;
      if (more.isEmpty()) {
        DONE.put(kind, what);
      }
      return what;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String documents(String kind, Map<String, Object> more) {
    return Wanted.KINDS.kinds().stream()
        .map(each ->
            document(each.definition(), each.definition().slug().equals(kind) ? more : Map.of()))
        .collect(Collectors.joining("\n---\n"));
  }

  private static String document(KindDefinition kind, Map<String, Object> more) {
    try {
      return JSON.writeValueAsString(
          Map.of(
              "kind", kind.name(),
              "metadata", Map.of("name", PlainDocuments.name(kind.slug())),
              "spec", merged(PlainDocuments.spec(kind.slug()), more)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> merged(Map<String, Object> plain, Map<String, Object> more) {
    var both = new LinkedHashMap<String, Object>(plain);
    more.forEach((key, value) ->
        both.put(
            key,
            value instanceof Map<?, ?> inner && both.get(key) instanceof Map<?, ?> outer
                ? merged((Map<String, Object>) outer, (Map<String, Object>) inner)
                : value));
    return both;
  }

  private static Map<String, Object> said(FieldTable table, List<String> path) {
    Field field = table.field(path.getFirst()).orElseThrow();
    if (path.size() == 1) {
      return Map.of(field.name(), sample(field));
    }
    if (field.shape() instanceof Shape.Tree tree) {
      List<String> below = path.subList(2, path.size());
      Object element = below.isEmpty() ? Map.of() : said(tree.element(), below);
      return Map.of(field.name(), Map.of("element", element));
    }
    return Map.of(
        field.name(), said(((Shape.Nested) field.shape()).table(), path.subList(1, path.size())));
  }

  private static Object sample(Field field) {
    return sample(field.shape(), field.name());
  }

  private static Object sample(Shape shape, String name) {
    return switch (shape) {
      case Shape.TextShape text -> "text_of_" + name;
      case Shape.RoleName role -> "Account Analyst";
      case Shape.IntegerShape integer -> 17;
      case Shape.NumberShape number -> 1.5;
      case Shape.BooleanShape bool -> !name.equals("paused");
      case Shape.OneOf one -> one.members().getLast();
      case Shape.OneOfNumbers numbers -> numbers.members().getFirst();
      case Shape.SetOf set -> List.of(sample(set.item(), name));
      case Shape.Ref ref -> PlainDocuments.name(ref.slug());
      case Shape.RoleMap roles ->
          Map.of(
              PlainDocuments.name(roles.slug()),
              switch (roles.scope()) {
                case ACCOUNT -> "Account Analyst";
                case DESTINATION -> "Edit Destination";
                case CONNECTOR -> "Edit Connection";
                case TEAM -> "Team Member";
              });
      case Shape.Nested nested -> throw new IllegalStateException("has members of its own");
      case Shape.ItemsOf items ->
          List.of(
              items.table().all().stream()
                  .collect(Collectors.toMap(Field::name, IdleFieldsTest::sample)));
      case Shape.Hoisted hoisted -> Map.of("schema_change_handling", "BLOCK_ALL");
      case Shape.Tree tree -> throw new IllegalStateException("has elements of its own");
      case Shape.Free free -> Map.of("name", "text");
    };
  }

  @Test
  void whatIsShownElsewhereIsShownByATestThatExists() throws IOException {
    for (String test : SHOWN_ELSEWHERE.values()) {
      String[] parts = test.split("#");
      try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
        Path file =
            files.filter(each -> each.endsWith(parts[0] + ".java")).findFirst().orElseThrow();
        assertThat(Files.readString(file)).contains("void " + parts[1] + "(");
      }
    }
  }
}
