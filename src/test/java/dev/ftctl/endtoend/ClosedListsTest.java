package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A key that may not see a further kind, and an account that lacks one: told at that kind's
/// documents, and nothing else suffers by it.
class ClosedListsTest {

  @TempDir Path folder;
  private Lab lab;
  private Workspace workspace;

  static Stream<String> kinds() {
    return OneOfEach.kinds().filter(KindDefinition::isListedOnDemand).map(KindDefinition::slug);
  }

  static Stream<Arguments> answers() {
    return kinds().flatMap(kind -> Stream.of(Arguments.of(kind, 403), Arguments.of(kind, 404)));
  }

  @BeforeEach
  void open() {
    lab = OneOfEach.lab();
    workspace = OneOfEach.in(folder, lab);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void isToldAtTheDocumentsOfTheKind(String kind, int status) {
    if (!closes(kind, status)) {
      // An answer like any other: there is none.
      assertThat(status).isEqualTo(404);
      return;
    }

    Ran plan = workspace.run("plan");
    Ran applied = workspace.run("apply", "--auto-approve");

    assertThat(plan.code()).as("%s", plan).isEqualTo(77);
    assertThat(plan.out())
        .contains("! blocked", OneOfEach.file(kind) + ":1", "→ " + status)
        .doesNotContain("as the manifests say");
    assertThat(plan.out().lines()).as("%s", plan).noneMatch(line -> line.matches("[+~-] .*"));
    assertThat(workspace.run("plan", "--format", "json").json().findValuesAsText("rule"))
        .contains("closed-list");
    assertThat(applied.code()).as("%s", applied).isEqualTo(77);
    assertThat(lab.writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theRestGoesOnWithSkipBlocked(String kind) {
    if (!closes(kind, 403)) {
      return;
    }
    workspace.edit(OneOfEach.file("team"), "Account Reviewer", "Account Analyst");

    Ran plan = workspace.run("plan", "--skip-blocked");
    Ran applied = workspace.run("apply", "--auto-approve", "--skip-blocked");

    assertThat(plan.code()).as("%s", plan).isEqualTo(5);
    assertThat(applied.code()).as("%s", applied).isEqualTo(5);
    assertThat(lab.writes())
        .singleElement()
        .satisfies(write -> {
          assertThat(write.path()).startsWith("/v1/teams/");
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void driftNamesWhatCouldNotBeReadAndGoesOn(String kind) {
    if (!closes(kind, 403)) {
      return;
    }

    Ran drift = workspace.run("drift", "--format", "json");

    assertThat(drift.code()).as("%s", drift).isEqualTo(4);
    assertThat(drift.json().path("unread").findValuesAsText("kind")).contains(kind);
    assertThat(drift.json().path("unread").findValuesAsText("address"))
        .as("%s", drift)
        .anyMatch(what -> what.startsWith(kind + "/"));
    assertThat(drift.out()).doesNotContain("is not in the account");
  }

  /// What stands on it is not known to differ, and is left out with it.
  @Test
  void isToldAtWhatRefersToADocumentOfTheKind() {
    workspace.edit(
        OneOfEach.file("connector"),
        "\"paused\":true",
        "\"paused\":false,\"external_secrets_manager\":\"one\"");
    assertThat(closes("secrets-manager", 403)).isTrue();

    Ran plan = workspace.run("plan");
    Ran applied = workspace.run("apply", "--auto-approve", "--skip-blocked");

    assertThat(plan.code()).as("%s", plan).isEqualTo(77);
    assertThat(plan.out())
        .contains("refers to secrets-manager/one, and the account's list of it can't be read: GET ")
        .contains("0 update, 0 replace, 0 delete, 0 move, 2 blocked");
    assertThat(applied.code()).as("%s", applied).isEqualTo(77);
    assertThat(lab.writes()).isEmpty();
  }

  /// Where no manifest is of it.
  @ParameterizedTest
  @MethodSource("answers")
  void stopsNothingWhereOnlyTheUnmanagedAreAskedFor(String kind, int status) {
    if (!closes(kind, status) || OneOfEach.kind(kind).isListedElsewhere()) {
      return;
    }
    Path groups = folder.resolve("groups");
    workspace = OneOfEach.in(groups, lab, other -> other.slug().equals("group"));

    Ran plan = workspace.succeed("plan", "--show-unmanaged");
    Ran drift = workspace.run("drift", "--format", "json");
    Ran exported = workspace.run("export", "-o", "out");

    assertThat(plan.out()).containsPattern("\nNot looked at: " + kind + "\n");
    assertThat(drift.code()).as("%s", drift).isZero();
    assertThat(drift.json().path("unread").findValuesAsText("kind")).contains(kind);
    assertThat(exported.code()).as("%s", exported).isZero();
    assertThat(exported.err()).contains("the list of " + kind + " is closed to this key");
  }

  @Test
  void planNamesTheKindsThatNobodyLookedAt() {
    List<String> further = kinds().toList();
    workspace = OneOfEach.in(folder.resolve("first"), lab, kind -> !kind.isListedOnDemand());

    Ran text = workspace.succeed("plan");
    Ran json = workspace.succeed("plan", "--format", "json");
    Ran markdown = workspace.succeed("plan", "--format", "markdown");
    Ran wide = workspace.succeed("plan", "--show-unmanaged");
    Ran wideJson = workspace.succeed("plan", "--show-unmanaged", "--format", "json");

    String first = String.join(", ", further.subList(0, 2)) + ", …";
    assertThat(text.out()).contains("not looked at: " + first + " (--show-unmanaged)\n");
    assertThat(markdown.out()).contains("**Not looked at** " + first);
    assertThat(json.json().path("not_looked_at"))
        .extracting(one -> one.asText())
        .isEqualTo(further);
    assertThat(wide.out()).doesNotContainIgnoringCase("not looked at");
    assertThat(wideJson.json().path("not_looked_at")).isEmpty();
    further.forEach(kind -> assertThat(wide.out()).contains("    " + kind + "/"));
  }

  /// From now on the list of the kind is answered so.
  ///
  /// @return whether that is a refusal, and not how the API says that there is none; not where the
  ///   list is that of a kind which is always read: API keys stand in the list of users, and are
  ///   refused one by one
  private boolean closes(String kind, int status) {
    List<String> others =
        OneOfEach.kinds()
            .filter(other -> !other.isListedOnDemand() && other.partOf().isEmpty())
            .flatMap(other -> paths(other.slug()).stream())
            .toList();
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    paths(kind).stream()
        .filter(path -> !others.contains(path))
        .forEach(path -> {
          ObjectNode rule = rules.addObject();
          rule.putObject("match").put("method", "GET").put("path", "^" + Pattern.quote(path) + "$");
          rule.putObject("then").put("status", status);
        });
    if (rules.isEmpty()) {
      return false;
    }
    lab.sandbox().control().faults(rules);
    lab.forget();
    try {
      list(kind);
      return false;
    } catch (ApiException refused) {
      return true;
    }
  }

  /// What a look at the list of a kind asks for.
  private List<String> paths(String kind) {
    lab.forget();
    list(kind);
    return lab.sandbox().requests().stream()
        .map(request -> request.path().replaceAll("\\?.*", ""))
        .distinct()
        .toList();
  }

  private void list(String kind) {
    KindReader reader = Wanted.KINDS.ofSlug(kind).reader(lab.account(false));
    List<Live> all = reader.list();
    assertThat(all).isNotNull();
    if (OneOfEach.kind(kind).isListedElsewhere()) {
      assertThat(all).isNotEmpty();
      all.forEach(one -> reader.details(one, new Interest.Whole()));
    }
  }
}
