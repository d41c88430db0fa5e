package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Golden;
import dev.ftctl.testing.SchemaCheck;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// `ftctl check` says which tests of manifests hold, and shows what differs in those that don't.
class CheckTest {

  private static final SchemaCheck OUTPUT = new SchemaCheck("check.schema.json");
  private static final SchemaCheck FILES = new SchemaCheck("test.schema.json");

  /// Each part of an expectation: once as the plan comes to it, once otherwise.
  private static final String TESTS =
      """
      given: {manifests: before}
      tests:
        - name: holds
          expect:
            changes:
              connector/orders@g:
                action: update
                fields:
                  sync_frequency: {from: 360, to: 60}
                  config.host: {from: db, to: db-2}
                  config.password: (secret) sent
              webhook/pager: create
              user/ana@example.com: {action: update, fields: {role: {from: Account Reviewer, to: Account Administrator}}}
              group/g: unchanged
            risks: [grant:user/ana@example.com]
            policies: [no-hourly]
            exit: 3
        - name: every part differs
          expect:
            changes:
              connector/orders@g:
                action: update
                fields: {sync_frequency: {from: 360, to: 15}, config.port: 5433}
              webhook/pager: delete
              team/t: create
            risks: [replace]
            blocked: [group/g]
            policies: [another]
            errors: [{code: unknown-field, text: pausd}]
            exit: 0
        - name: others may come
          expect:
            and_others: true
            changes: {connector/*: {action: update, fields: {sync_frequency: 60}, and_others: true}}
      """;

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void write() {
    workspace =
        new Workspace(folder)
            .file(
                "ftctl.yaml",
                """
                account: acme
                policies:
                  - name: no-hourly
                    when: kind == "Connector"
                    rule: spec.sync_frequency > 60
                    message: hourly is too often
                """)
            .file("before/all.yaml", manifests(360, "db", "Account Reviewer", ""))
            .file(
                "manifests/all.yaml",
                manifests(
                    60,
                    "db-2",
                    "Account Administrator",
                    """
                    ---
                    kind: Webhook
                    metadata: {name: pager}
                    spec: {url: "https://hooks.example.com/x", events: [sync_end], secret: "${env:HOOK}"}
                    """))
            .file("all.test.yaml", TESTS);
  }

  @Test
  void showsWhatWasExpectedAndWhatCame() {
    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isEqualTo(3);
    Golden.check("check/differences.txt", ran.out());
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void printsTheSameAsJsonAndJunit() throws Exception {
    Ran json = workspace.run("check", "--format", "json");
    Ran junit = workspace.run("check", "--format", "junit");

    assertThat(OUTPUT.faults(json.json())).isEmpty();
    assertThat(json.code()).isEqualTo(junit.code()).isEqualTo(3);
    Golden.check("check/differences.json", json.out());
    Golden.check("check/differences.xml", junit.out());
    assertThat(xml(junit.out()).getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  @Test
  void printsTheSameInEveryRun() {
    String first = workspace.run("check").out();

    for (int run = 0; run < 3; run++) {
      assertThat(workspace.run("check").out()).isEqualTo(first);
    }
  }

  @Test
  void filesKeepToTheirSchema() {
    assertThat(SchemaCheck.documents(TESTS))
        .allSatisfy(document -> assertThat(FILES.faults(document)).isEmpty());
  }

  @Test
  void runsOnlyTestsOfTheNamesThatAreAskedFor() {
    Ran part = workspace.run("check", "--filter", "may come");
    Ran glob = workspace.run("check", "--filter", "h*", "--filter", "others*");
    Ran none = workspace.run("check", "--filter", "hold");
    Ran typo = workspace.run("check", "--filter", "hodls");

    assertThat(part.code()).as("%s", part).isZero();
    assertThat(part.out()).contains("1 test in 1 file: it holds.");
    assertThat(glob.out()).contains("2 tests in 1 file: all hold.");
    assertThat(none.code()).isZero();
    assertThat(typo.code()).isEqualTo(64);
    assertThat(typo.err()).contains("no test is called so; did you mean 'holds'?");
  }

  @Test
  void quietlyCountsWhatHolds() {
    Ran ran = workspace.run("check", "-q", "--filter", "holds");

    assertThat(ran.out()).isEqualTo("1 test in 1 file: it holds.\n");
  }

  /// A file of tests is none of the manifests, wherever it lies.
  @Test
  void otherCommandsDoNotReadTests() {
    workspace
        .file("ftctl.yaml", "account: acme\n")
        .file("manifests/more.test.yaml", TESTS)
        .file("manifests/more.test.yml", "tests: []\n");

    Ran valid = workspace.run("validate");
    Ran named = workspace.run("validate", "manifests/more.test.yaml");

    assertThat(valid.out()).as("%s", valid).startsWith("Valid: 1 manifest");
    assertThat(named.code()).isEqualTo(64);
    assertThat(named.err()).contains("holds tests of manifests", "ftctl check");
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static String manifests(int frequency, String host, String role, String more) {
    return String.join(
            "\n",
            List.of(
                "kind: Group",
                "metadata: {name: g}",
                "---",
                "kind: User",
                "metadata: {name: ana@example.com}",
                "spec: {given_name: Ana, family_name: Ruiz, role: " + role + "}",
                "---",
                "kind: Connector",
                "metadata: {name: orders}",
                "spec:",
                "  service: postgres",
                "  groups: [g]",
                "  paused: false",
                "  sync_frequency: " + frequency,
                "  config: {schema_prefix: o, host: "
                    + host
                    + ", port: 5432, database: d, user: u,",
                "    password: '${env:ORDERS_PASSWORD}'}",
                ""))
        + more;
  }
}
