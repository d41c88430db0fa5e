package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A read that fails while an account is exported, for every read that an export makes: what can't
/// be read is named and left, the rest is written, nothing that stands there is taken for gone, and
/// a second export ends where an undisturbed one would have.
class ExportFaultsTest {

  /// Of so many reads one is tried in each build.
  private static final int READS = 9;

  private static final String DETAILS = "/v1/[a-z]+/[a-z_]+(/.*)?";

  private static final List<ObjectNode> REFUSALS =
      List.of(
          status(403),
          status(404),
          status(404).put("body", "{\"code\":\"NotFound\",\"message\":\"no such route\"}"),
          status(400),
          status(500),
          status(503).put("html", "<html>busy</html>"),
          status(200).put("body", "{\"code\":\"Success\"}"),
          status(200).put("html", "<html>maintenance</html>"));

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void whatCannotBeReadIsNamedAndASecondExportCompletesTheFirst() {
    Exports whole = exports("whole");
    lab.forget();
    whole.export();
    List<String> reads = reads();
    assertThat(reads).hasSizeGreaterThan(40);
    int partial = 0;
    for (int i = 0; i < reads.size(); i += Scale.of(READS, 1)) {
      for (int turn = i; turn < i + Scale.of(1, REFUSALS.size()); turn++) {
        ObjectNode answer = REFUSALS.get((i + turn) % REFUSALS.size());
        String path = reads.get(i);
        Exports one = exports("trial" + i + "-" + turn);

        Ran ran = disturbed(one, path, answer, "export", "-o", ".", "--with-secrets");

        String about = path + " " + answer + ": " + ran;
        switch (ran.code()) {
          case 0 -> {
            // What a list that is closed to the key would name is called by its id.
            if (ran.err().contains("not exported: the list of ")) {
              requireEmptyPlan(one, about);
            } else {
              assertThat(one.files()).as(about).isEqualTo(whole.files());
            }
          }
          case 5 -> {
            partial++;
            assertThat(ran.err()).as(about).contains("not read: ", "GET " + path);
            assertThat(ran.err()).as(about).doesNotContain("gone from the account");
            assertThat(whole.files().keySet()).as(about).containsAll(one.files().keySet());
            requireCompleted(one, whole, about);
          }
          default -> {
            assertThat(ran.code()).as(about).isIn(1, 69, 77);
            assertThat(path)
                .as(about)
                .doesNotMatch(DETAILS.replace("[a-z]+/", "(?!account)[a-z]+/"));
            assertThat(one.workspace().folder()).as(about).isEmptyDirectory();
          }
        }
      }
    }
    assertThat(partial).isPositive();
  }

  private void requireCompleted(Exports one, Exports whole, String about) {
    requireEmptyPlan(one, about);
    assertThat(one.files().keySet()).as(about).isEqualTo(whole.files().keySet());
  }

  private void requireEmptyPlan(Exports one, String about) {
    Ran again = one.workspace().succeed("export", "-o", ".");
    one.set();

    Ran planned = one.workspace().run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s\n%s\n%s", about, again, planned).isZero();
    assertThat(one.workspace().succeed("export", "-o", ".").err()).contains("0 files written");
  }

  @Test
  void whatStandsThereStaysWhateverCannotBeRead() {
    Exports whole = exports("whole");
    whole.export();
    Map<String, String> before = whole.files();
    lab.forget();
    whole.workspace().succeed("export", "-o", ".");
    List<String> reads = reads();
    for (int i = READS / 2; i < reads.size(); i += Scale.of(READS, 1)) {
      ObjectNode answer = REFUSALS.get(i % REFUSALS.size());

      Ran ran = disturbed(whole, reads.get(i), answer, "export", "-o", ".");

      String about = reads.get(i) + " " + answer + ": " + ran;
      assertThat(whole.files()).as(about).isEqualTo(before);
      assertThat(ran.err()).as(about).doesNotContain("gone from the account");
      if (reads.get(i).matches(DETAILS) && !reads.get(i).startsWith("/v1/account")) {
        assertThat(ran.code()).as(about).isEqualTo(5);
        assertThat(ran.err())
            .as(about)
            .containsPattern(
                // Of a connection whose schema nobody settles no manifest is the place.
                reads.get(i).endsWith("/schemas")
                    ? "not read: \\S+( \\(manifests/.*:\\d+\\))?: GET"
                    : "not read: \\S+ \\(manifests/.*:\\d+\\): GET");
      }
    }
  }

  @Test
  void listThatIsClosedToTheKeyTakesNothingForGone() {
    Exports whole = exports("whole");
    whole.export();

    Ran ran = disturbed(whole, "/v1/users", status(403), "export", "-o", ".");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err())
        .contains("not exported: the list of user is closed to this key")
        .doesNotContain("gone from the account");
  }

  @Test
  void objectThatIsNamedAloneAndCannotBeReadIsNoSuccess() {
    String id = id("stripe");

    Ran closed =
        disturbed(
            exports("a"), "/v1/connections/" + id, status(403), "export", "connector/stripe@*");
    Ran away =
        disturbed(
            exports("b"),
            "/v1/connections/" + id,
            status(503),
            "export",
            "connector/stripe@*",
            "--as",
            "template",
            "--vary",
            "group");

    assertThat(closed.code()).as("%s", closed).isEqualTo(77);
    assertThat(closed.out()).isEmpty();
    assertThat(closed.err())
        .contains("not read: connector/stripe@finance: GET /v1/connections/" + id + " → 403")
        .contains("not read: schema-settings/stripe@finance: ");
    assertThat(away.code()).as("%s", away).isEqualTo(69);
  }

  /// Who refers to an object that had no document when he got his own still means it afterwards.
  @Test
  void referencesHoldWhereMoreIsExportedLater() {
    Exports parts = exports("parts");
    Workspace workspace = parts.workspace();
    workspace.succeed("export", "-o", ".", "group/*", "user/*", "connector/*@analytics_prod");
    assertThat(workspace.run("validate").code()).isZero();

    String[] more = {"export", "-o", ".", "group/*", "user/*", "team/*", "connector/*"};
    workspace.succeed(more);
    parts.set();

    String user = "manifests/user/chloe%2Emartin%40acme-outdoor%2Eexample.yaml";
    assertThat(workspace.read(user)).contains("salesforce@analytics_eu: Manage Connection");
    Ran planned = workspace.run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(workspace.succeed(more).err()).contains("0 files written");
    workspace.edit(user, "Manage Connection", "View Connection");
    workspace.succeed(more);
    assertThat(workspace.read(user)).contains("{salesforce@analytics_eu: Manage Connection}");
  }

  private Ran disturbed(Exports exports, String path, ObjectNode answer, String... line) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.putObject("match").put("method", "GET").put("path", "^" + path + "$");
    rule.set("then", answer);
    lab.sandbox().control().faults(rules);
    Ran ran = exports.workspace().waitingBy(new Impatient()).run(line);
    lab.sandbox().control().faults(JsonNodeFactory.instance.arrayNode());
    return ran;
  }

  private List<String> reads() {
    return lab.sandbox().requests().stream()
        .map(RequestRecord::path)
        .map(path -> path.replaceAll("\\?.*", ""))
        .distinct()
        .sorted()
        .toList();
  }

  private Exports exports(String name) {
    return new Exports(folder.resolve(name), lab);
  }

  private String id(String schema) {
    try (var other = new OtherTool(lab.sandbox())) {
      return other.idOf("connections", "schema", schema);
    }
  }

  private static ObjectNode status(int status) {
    return JsonNodeFactory.instance.objectNode().put("status", status);
  }
}
