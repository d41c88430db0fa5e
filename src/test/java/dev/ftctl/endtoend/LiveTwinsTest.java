package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two live objects of one name: none is taken for the other, of any kind, also where the API is
/// said to keep names apart.
class LiveTwinsTest {

  /// Where objects are kept, by kind.
  private static final Map<String, String> COLLECTIONS =
      Map.ofEntries(
          Map.entry("group", "groups"),
          Map.entry("secrets-manager", "external_secrets_managers"),
          Map.entry("private-link", "private_links"),
          Map.entry("proxy-agent", "proxy_agents"),
          Map.entry("hybrid-agent", "hybrid_deployment_agents"),
          Map.entry("connector", "connections"),
          Map.entry("transformation-project", "transformation_projects"),
          Map.entry("transformation", "transformations"),
          Map.entry("user", "users"),
          Map.entry("team", "teams"),
          Map.entry("system-key", "system_keys"),
          Map.entry("webhook", "webhooks"),
          Map.entry("sdk-package", "connector_sdk_packages"));

  /// Kinds whose objects have the id of what they are of, so that there is one at most.
  private static final Set<String> OF_ANOTHER =
      Set.of("destination", "external-log", "account-log", "schema-settings", "api-key");

  /// Of these the one that holds something counts, or the oldest, and the other is told.
  private static final Set<String> COUNTING = Set.of("group", "team", "webhook");

  /// Code that no connection runs has no name; two packages of the same bytes are as good.
  private static final String NAMELESS = "sdk-package";

  private static final String TWIN = "aaa_twin";

  @TempDir Path folder;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = OneOfEach.lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void everyKindIsInOneOfTheTables() {
    assertThat(OneOfEach.kinds().map(KindDefinition::slug))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(COLLECTIONS.keySet().stream(), OF_ANOTHER.stream()).toList());
  }

  static Stream<String> kinds() {
    return COLLECTIONS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void documentOfTheNameOfTwoAsksWhichIsMeant(String slug) {
    String id = twin(slug);
    Workspace workspace = OneOfEach.in(folder, lab, kind -> kind.slug().equals(slug));
    KindDefinition kind = OneOfEach.kind(slug);

    Ran planned = workspace.run(line("plan", kind));

    if (COUNTING.contains(slug)) {
      assertThat(planned.out())
          .containsPattern(
              "extra: the account also has .*\\(id (" + id + "|" + TWIN + ")\\).*spec.id");
    } else if (!slug.equals(NAMELESS)) {
      assertThat(planned.code()).as("%s", planned).isEqualTo(65);
      assertThat(planned.err()).contains("(id " + id + ")", "(id " + TWIN + ")", "spec.id");
      assertThat(workspace.run(line("apply", kind)).code()).isEqualTo(65);
    }
    assertThat(lab.writes()).isEmpty();
    for (String meant : List.of(TWIN, id).subList(0, Scale.of(1, 2))) {
      var spec = new LinkedHashMap<>(PlainDocuments.spec(slug));
      spec.put("id", meant);
      workspace.file(OneOfEach.file(slug), OneOfEach.document(kind, spec));
      Ran pinned = workspace.run(line("plan", kind));
      assertThat(pinned.code()).as("%s %s %s", slug, meant, pinned).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "connector, schema-settings, connector, shop@g",
    "transformation-project, transformation, '', ''",
    "user, api-key, user, Ada Byron",
  })
  void referenceToTheNameOfTwoAsksWhichIsMeant(
      String target, String slug, String field, String name) {
    String id = twin(target);
    KindDefinition kind = OneOfEach.kind(slug);
    Workspace workspace = OneOfEach.in(folder, lab, one -> one.slug().equals(slug));
    if (!field.isEmpty()) {
      var spec = new LinkedHashMap<>(PlainDocuments.spec(slug));
      spec.put(field, name);
      workspace.file(OneOfEach.file(slug), OneOfEach.document(kind, spec));
    }

    Ran planned = workspace.run(line("plan", kind));

    assertThat(planned.code()).as("%s", planned).isEqualTo(65);
    assertThat(planned.err())
        .contains("manifests/" + slug + ".yaml:1:", id, TWIN, "write one of the ids");
  }

  /// The group that holds something counts, wherever it stands in the list.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "destination",
        "connector",
        "external-log",
        "hybrid-agent",
        "transformation-project"
      })
  void groupThatHoldsSomethingIsMeantByTheNameOfTwo(String slug) {
    twin("group");
    Workspace workspace = OneOfEach.in(folder, lab, kind -> kind.slug().equals(slug));

    Ran planned = workspace.run(line("plan", OneOfEach.kind(slug)));

    assertThat(planned.out()).as("%s", planned).contains("1 unchanged.");
  }

  /// Names are as they are written: other letters, cases and blanks are other objects.
  @ParameterizedTest
  @CsvSource({
    "group, name",
    "secrets-manager, name",
    "private-link, name",
    "proxy-agent, display_name",
    "hybrid-agent, display_name",
    "team, name",
    "system-key, name",
    "user, family_name",
  })
  void nameThatOnlyLooksAlikeIsAnothers(String slug, String field) {
    KindDefinition kind = OneOfEach.kind(slug);
    Workspace workspace = OneOfEach.in(folder, lab, one -> one.slug().equals(slug));
    String made = twin(slug);
    ObjectNode account = lab.sandbox().control().account();
    ObjectNode collection = account.withObjectProperty(COLLECTIONS.getOrDefault(slug, ""));
    String name = collection.path(made).path(field).asText();
    ((ObjectNode) collection.path(made)).put(field, name.toUpperCase(Locale.ROOT) + " ");
    ((ObjectNode) collection.path(TWIN)).put(field, name + "\u200b");
    lab.sandbox().control().replaceAccount(account);

    Ran planned = workspace.run(line("plan", kind));

    assertThat(planned.out()).as("%s", planned).contains("Plan: 1 create, 0 update, 0 replace");
  }

  /// A document goes before what is only called like it.
  @Test
  void referenceToADocumentNeverMeansWhatIsCalledLikeIt() {
    twin("group");
    ObjectNode account = lab.sandbox().control().account();
    ((ObjectNode) account.path("groups").path(TWIN)).put("name", "harbour");
    lab.sandbox().control().replaceAccount(account);
    var spec = new LinkedHashMap<>(PlainDocuments.spec("destination"));
    spec.put("group", "harbour");
    Workspace workspace =
        OneOfEach.in(folder, lab, one -> one.slug().equals("destination"))
            .file(
                OneOfEach.file("destination"),
                OneOfEach.document(OneOfEach.kind("destination"), spec))
            .file(
                "manifests/group.yaml",
                "kind: Group\nmetadata: {name: harbour}\nspec: {name: g}\n");

    assertThat(workspace.run("plan").out()).contains("0 create").contains("2 unchanged.");
  }

  private static String[] line(String verb, KindDefinition kind) {
    String[] apply = OneOfEach.apply(one -> one.slug().equals(kind.slug()));
    return verb.equals("apply")
        ? apply
        : Stream.concat(Stream.of("plan"), Stream.of(apply).skip(2)).toArray(String[]::new);
  }

  /// Puts a second object beside the one that the plain document made; gives back that one's id.
  private String twin(String slug) {
    ObjectNode account = lab.sandbox().control().account();
    ObjectNode collection = account.withObjectProperty(COLLECTIONS.getOrDefault(slug, ""));
    Map.Entry<String, JsonNode> made =
        collection.properties().stream()
            .max(Comparator.comparing(one -> one.getValue().path("created_at").asText()))
            .orElseThrow();
    ObjectNode twin = made.getValue().deepCopy();
    collection.set(TWIN, twin.has("id") ? twin.put("id", TWIN) : twin);
    if (twin.has("created_at")) {
      twin.put("created_at", "2099-01-01T00:00:00.000000Z");
    }
    lab.sandbox().control().replaceAccount(account);
    lab.forget();
    return made.getKey();
  }
}
