package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which part of an account is exported, in which form, and what is never done on the way.
class ExportFlagsTest {

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connector/stripe@finance | Connector stripe",
        "stripe | Connector stripe",
        "--kind group | Group analytics_eu, Group analytics_prod, Group finance",
        "--kind Groups --group fin* | Group finance",
        "--group finance --service stripe,databricks | Destination finance, Connector stripe",
        "team/* | Team data-platform, Team finance-analysts",
        "--kind schema-settings --service stripe | SchemaSettings stripe",
      })
  void onlyWhatIsChosenIsExported(String flags, String documents) {
    Ran ran = workspace().succeed(("export " + flags).split(" "));

    List<String> names =
        ran.out()
            .lines()
            .filter(line -> line.startsWith("kind: ") || line.startsWith("metadata: "))
            .map(line -> line.replaceAll("kind: |metadata: .name: |}", ""))
            .toList();
    assertThat(String.join(" ", names)).isEqualTo(documents.replace(",", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connector/strype@finance | nothing that is chosen is called connector/strype@finance",
        "--kind conector | did you mean 'connector'?",
        "--full --minimal | contradict each other",
        "--layout files | Give groups, kinds or flat.",
        "--with-secrets | needs a folder",
        "--fold rows | Give fan-out, for-each or both.",
        "--fold for-each | needs a folder",
        "--shared-secrets | Give --fold fan-out, too.",
        "stripe --as template | Give --vary group,host.",
        "stripe --vary host | Give --as template, too.",
        "stripe --as template --vary hots | --vary hots: the document has no such field",
        "--as template --vary group | is about one object",
        "--format json | -o DIR",
      })
  void whatCannotBeMeantIsRefused(String flags, String said) {
    Ran ran = workspace().run(("export " + flags).split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains(said);
  }

  @Test
  void unmanagedIsTheWorklistOfAnAdoption() {
    Workspace workspace = workspace().withExamples();
    assertThat(workspace.succeed("export", "--unmanaged").out())
        .contains("name: owner@sandbox.test");
    try (var person = new OtherTool(lab.sandbox())) {
      person.create("/groups", "{'name':'lab'}");
    }

    Ran ran = workspace.succeed("export", "--unmanaged");

    assertThat(ran.out())
        .startsWith("kind: Group\nmetadata: {name: lab}\n---\nkind: User\n")
        .doesNotContain("kind: Connector");
  }

  @Test
  void oneConnectionIsThePatternOfOthers() {
    Ran ran =
        workspace()
            .succeed(
                "export", "connector/stripe@finance", "--as", "template", "--vary", "group,schema");

    assertThat(ran.out())
        .isEqualTo(
            """
            # Here group: finance, schema: stripe.
            # Give the variables by environment in ftctl.yaml, or by --var.
            kind: Connector
            metadata: {name: stripe}
            spec:
              service: stripe
              groups: ["${var:group}"]
              paused: false
              sync_frequency: 60
              config:
                schema: "${var:schema}"
                api_key: "${env:STRIPE_API_KEY}"
              schema_settings: {schema_change_handling: ALLOW_ALL}
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "kinds, manifests/connector/stripe.finance.yaml",
    "flat, manifests/groups/finance.yaml",
    "groups, manifests/groups/finance/stripe.yaml"
  })
  void everyLayoutHoldsTheSameDocuments(String layout, String file) {
    var exports = new Exports(folder, lab);
    exports.export("--layout", layout);

    assertThat(exports.workspace().read(file)).contains("metadata: {name: stripe}\n");
    Ran planned = exports.workspace().run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(exports.workspace().succeed("export", "-o", ".").err()).contains("0 files written");
  }

  @Test
  void everythingIsWrittenWhereItIsAskedFor() {
    var exports = new Exports(folder, lab);
    exports.export("--full");

    assertThat(exports.workspace().read("manifests/groups/analytics_prod/hubspot.yaml"))
        .contains("  pause_after_trial: false\n", "  schedule_type: auto\n");
    assertThat(exports.files().keySet()).anyMatch(path -> path.endsWith(".schema.yaml"));
    Ran planned = exports.workspace().run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s", planned).isZero();
  }

  @Test
  void tokensGoIntoANewFileForTheOwnerAlone() throws IOException {
    var exports = new Exports(folder, lab);
    Ran ran = exports.export();

    Path env = folder.resolve(".env");
    assertThat(Files.readString(env)).contains("_URL=https://hooks.acme-outdoor.example/");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env)))
        .isEqualTo("rw-------");
    assertThat(ran.all()).doesNotContain("fivetran/audit");
    assertThat(exports.files().toString()).doesNotContain("fivetran/audit");
    Ran again = exports.workspace().run("export", "-o", ".", "--with-secrets");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).contains("is there already");
  }

  @Test
  void tokensGoNowhereThatGitWouldTakeIn() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Ran ran = workspace().run("export", "-o", "project", "--with-secrets");

    assertThat(ran.code()).as("%s", ran).isEqualTo(4);
    assertThat(ran.err()).contains("git does not ignore");
    assertThat(folder.resolve("project")).doesNotExist();
  }

  @Test
  void noLinkIsFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createDirectories(folder.resolve("project/manifests"));
    Files.createSymbolicLink(folder.resolve("project/manifests/group"), elsewhere);

    Ran ran = workspace().run("export", "-o", "project");

    assertThat(ran.code()).as("%s", ran).isNotZero();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void noCallIsSentTwice() {
    workspace().succeed("export", "-o", "project");

    List<String> paths =
        lab.sandbox().requests().stream()
            .map(request -> request.method() + " " + request.path() + "?" + request.query())
            .toList();
    assertThat(paths).doesNotHaveDuplicates().allMatch(path -> path.startsWith("GET "));
  }

  private Workspace workspace() {
    return new Workspace(folder).reaching(lab.sandbox());
  }
}
