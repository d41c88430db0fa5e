package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.control.SandboxControl;
import dev.ftctl.testing.Scale;
import dev.ftctl.testing.judge.Comment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A plan for each of many accounts, three of which are not well: one can't be reached, of one the
/// plan is blocked, and of one the manifests are wrong.
@TestInstance(Lifecycle.PER_CLASS)
class FleetPlanTest {

  private static final Pattern HEAD = Pattern.compile("(?m)^=== (\\S+): exit (\\d+) ===\n");

  /// Of which account is what wrong.
  private static final Map<String, Integer> CODES = Map.of("a03", 69, "a05", 4, "a08", 65);

  private static final SmallCompany COMPANY = new SmallCompany(Scale.of(2, 20));

  @TempDir Path folder;

  private FleetAccounts accounts;
  private ObjectNode company;
  private Workspace workspace;

  /// Every account is as the company's manifests say, but for one frequency.
  @BeforeAll
  void start(@TempDir Path seeding) {
    accounts = new FleetAccounts(Scale.of(10, 50));
    SandboxControl first = accounts.sandbox("a00").control();
    first.mergeAccount(COMPANY.sources());
    accounts
        .workspace(seeding)
        .file("manifests/company.yaml", COMPANY.manifests(60))
        .succeed("apply", "--env", "a00", "--auto-approve");
    company = first.account();
    company.remove("account");
    accounts.away("a03");
  }

  @AfterAll
  void close() {
    accounts.close();
  }

  @BeforeEach
  void project() {
    for (String name : accounts.names()) {
      accounts.sandbox(name).control().reset();
      accounts.sandbox(name).control().mergeAccount(company);
    }
    workspace = accounts.workspace(folder).file("manifests/company.yaml", COMPANY.manifests(30));
    somethingForAllAndSomethingWrong();
  }

  private void somethingForAllAndSomethingWrong() {
    workspace
        .file(
            "manifests/all.yaml",
            """
            kind: Group
            metadata: {name: analytics}
            ---
            kind: Team
            metadata: {name: platform}
            spec: {name: platform, role: Account Reviewer}
            """)
        .file(
            "manifests/some.yaml",
            """
            kind: Group
            metadata: {name: legacy, environments: [a05], absent: true}
            ---
            kind: Group
            metadata: {name: wrong, environments: [a08]}
            spec: {nome: wrong}
            """);
  }

  @Test
  void eachSectionIsWhatTheCommandAlonePrints() {
    legacyGroup();
    Map<String, Ran> alone = new LinkedHashMap<>();
    accounts
        .names()
        .forEach(
            name -> alone.put(name, workspace.run("plan", "--env", name, "--max-deletes", "0")));

    Ran ran = workspace.run("fleet", "plan", "--jobs", "3", "--max-deletes", "0");

    Map<String, String> sections = sections(ran.out());
    assertThat(sections.keySet()).containsExactlyElementsOf(accounts.names());
    alone.forEach((name, one) -> {
      assertThat(one.code()).as("%s: %s", name, one).isEqualTo(CODES.getOrDefault(name, 0));
      String printed = one.out().isEmpty() ? "" : one.out() + "\n";
      assertThat(sections.get(name)).as(name).startsWith(printed);
      one.err().lines().forEach(line -> assertThat(ran.err()).contains(name + ": " + line + "\n"));
    });
    assertThat(ran.out())
        .endsWith(
            "Fleet plan: %d accounts, %d ended with 0 (%2$d with changes), 1 with 4 (a05), 1 with 65 (a08), 1 with 69 (a03).\n"
                .formatted(alone.size(), alone.size() - 3));
    assertThat(sections.get("a01")).contains("60 → 30");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.all()).doesNotContain("canary_secret");
  }

  /// The name of the account → what is printed below its head.
  private static Map<String, String> sections(String out) {
    var sections = new LinkedHashMap<String, String>();
    Matcher head = HEAD.matcher(out);
    String name = "";
    int from = 0;
    while (head.find()) {
      if (!name.isEmpty()) {
        sections.put(name, out.substring(from, head.start()));
      }
      name = head.group(1);
      from = head.end();
    }
    sections.put(name, out.substring(from));
    return sections;
  }

  private Ran run(String format, String... more) {
    var line = new ArrayList<>(List.of("fleet", "plan", "--max-deletes=0", "--format", format));
    line.addAll(List.of(more));
    return workspace.run(line.toArray(String[]::new));
  }

  /// What a05 would delete, and may not.
  private void legacyGroup() {
    ObjectNode groups = JsonNodeFactory.instance.objectNode();
    groups
        .putObject("groups")
        .putObject("legacy_group")
        .put("id", "legacy_group")
        .put("name", "legacy");
    accounts.sandbox("a05").control().mergeAccount(groups);
  }

  @Test
  void jsonHasEachPlanAndEachCode() {
    legacyGroup();
    Ran alone = workspace.run("plan", "--env", "a01", "--format", "json", "--max-deletes=0");

    Ran ran = run("json", "--report", "report.json");

    JsonNode json = ran.json();
    assertThat(ran.code()).isEqualTo(json.path("exit_code").asInt()).isEqualTo(4);
    assertThat(json.path("accounts")).hasSize(accounts.names().size());
    assertThat(json.at("/accounts/1/result")).isEqualTo(alone.json());
    assertThat(json.at("/accounts/1/account").asText()).isEqualTo("Company a01");
    for (JsonNode account : json.path("accounts")) {
      String name = account.path("environment").asText();
      assertThat(account.path("exit_code").asInt()).as(name).isEqualTo(CODES.getOrDefault(name, 0));
      assertThat(account.path("result").isObject()).as(name).isTrue();
    }
    assertThat(workspace.read("report.json")).contains("\"exit_code\" : 69").contains("a03");
  }

  @Test
  void commentBeginsWithWhatIsNotWellAndWithWhatChanges() {
    legacyGroup();
    workspace.succeed("apply", "--env", "a00", "--auto-approve");

    Ran ran = run("markdown");

    String comment = ran.out();
    assertThat(Comment.faults(comment)).as(comment).isEmpty();
    assertThat(comment).startsWith("<!-- ftctl:fleet-plan account=- environment=- -->\n");
    List<String> rows = comment.lines().filter(line -> line.matches("\\| <code>a\\d.*")).toList();
    assertThat(rows).hasSize(accounts.names().size() - 1);
    assertThat(rows.subList(0, 3)).allMatch(row -> row.matches(".*a0[358]<.*"));
    assertThat(comment).contains("Nothing to tell of 1 account: a00\n");
  }
}
