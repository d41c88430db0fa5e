package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a state of Terraform holds becomes a project of which a plan changes nothing, and Terraform
/// forgets it without destroying anything.
class TerraformImportTest {

  private static final Path STATES = Path.of("src/test/resources/terraform").toAbsolutePath();

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void planOfEveryTypeIsEmptyAndNoFileHoldsASecret() {
    lab.sandbox().control().replaceAccount(account());
    var exports = new Exports(folder, lab);
    Ran ran = exports.imported(state("every-type.tfstate"), "--handover", "removed.tf");
    assertThat(ran.err()).contains("33 of 33 instances of Terraform are carried over.");

    Ran planned = exports.workspace().run("plan", "--detailed-exitcode");

    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(planned.out()).contains("0 create, 0 update, 0 replace, 0 delete");
    assertThat(exports.workspace().run("fmt", "--check").code()).isZero();
    assertThat(ran.all()).doesNotContain("canary");
    assertThat(exports.files())
        .allSatisfy((file, text) -> assertThat(text).doesNotContain("canary"));
    assertThat(exports.workspace().read(".env")).contains("canary-pg", "canary-refresh");
    assertThat(permissions(".env")).isEqualTo("rw-------");
  }

  @Test
  void terraformDestroysNothingOnceItForgets() {
    for (String name : List.of("every-type.tfstate", "odd.tfstate")) {
      Ran ran =
          offline()
              .run(
                  "import", "terraform", state(name), "-o", name + "d", "--handover", name + ".tf");
      assertThat(ran.code()).as("%s", ran).isZero();

      var rule = TerraformRule.of(STATES.resolve(name), offline().read(name + ".tf"));

      assertThat(rule.refused()).isEmpty();
      assertThat(rule.destroyed()).isEmpty();
      assertThat(rule.forgotten()).isNotEmpty();
    }
  }

  @Test
  void whatCannotBeCarriedIsNamedAndStays() {
    Ran ran =
        offline()
            .run("import", "terraform", state("odd.tfstate"), "--handover", "o.tf", "--strict");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err())
        .contains("1 instance of other providers: left to Terraform")
        .contains("3 configurations of the provider (the usual one, eu, module.a)")
        .contains("stays until Terraform has forgotten: the provider block in module.a\n")
        .contains("stays until Terraform has forgotten: provider fivetran.eu\n")
        .contains("note: fivetran_connector.tainted: is tainted")
        .contains("note: fivetran_connector.typo: config.field_of_tomorrow is no field")
        .contains("not carried: fivetran_connector.mixed[\"deposed\"] is deposed")
        .contains("not carried: fivetran_connector.unfinished has no id")
        .contains("not carried: fivetran_connector.lost is of the group g_nowhere")
        .contains("not carried: fivetran_connector_schedule.lost is of the connection c6")
        .contains("not carried: fivetran_local_processing_agent.logs is of a type")
        .contains("8 of 13 instances of Terraform are carried over.")
        .contains("stays in Terraform: fivetran_connector.mixed");
    assertThat(ran.out()).contains("groups: [known by name]").doesNotContain("canary");
    assertThat(offline().read("o.tf"))
        .contains("from = module.a.module.b.fivetran_connector.young\n")
        .contains("# Stays until then: the provider block in module.a\n")
        .doesNotContain(
            "from = fivetran_connector.mixed", "processing_agent", "fivetran_group.known");
  }

  @Test
  void theAccountIsAskedForNamesThatNoFileTells() {
    lab.sandbox()
        .control()
        .mergeAccount(
            json("{\"groups\":{\"g_nowhere\":{\"id\":\"g_nowhere\",\"name\":\"elsewhere\"}}}"));
    lab.forget();
    Workspace workspace = new Workspace(folder).reaching(lab.sandbox());

    Ran ran = workspace.succeed("import", "terraform", state("odd.tfstate"));

    assertThat(ran.out()).contains("groups: [elsewhere]");
    assertThat(ran.err()).contains("10 of 13 instances");
    assertThat(lab.sandbox().requests()).isNotEmpty().allMatch(it -> it.method().equals("GET"));
  }

  /// Whoever gives a key means the account to be asked.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FIVETRAN_API_SECRET | wrong | 401",
        "FIVETRAN_API_SECRET | two words | FIVETRAN_API_SECRET holds a blank",
        "FIVETRAN_API_SECRET | '' | FIVETRAN_API_SECRET is empty, and FIVETRAN_API_KEY is set"
      })
  void aKeyThatIsRefusedIsNotTakenForNone(String variable, String text, String said) {
    Workspace workspace = new Workspace(folder).reaching(lab.sandbox()).with(variable, text);

    Ran ran = workspace.run("import", "terraform", state("odd.tfstate"), "-o", "made");

    assertThat(ran.code()).as("%s", ran).isEqualTo(77);
    assertThat(ran.err()).contains(said);
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void aListThatIsClosedToTheKeyIsToldBesideWhatItLeavesOut() {
    lab.sandbox()
        .control()
        .faults(
            (ArrayNode)
                SyncingCompany.json("[{'match':{'path':'/groups$'},'then':{'status':403}}]"));

    Ran ran =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .succeed("import", "terraform", state("odd.tfstate"));

    assertThat(ran.err())
        .contains("warning: this key may not see the list of group, so that it tells no names: GET")
        .contains("not carried: fivetran_connector.lost is of the group g_nowhere")
        .doesNotContain("to have the account asked");
    assertThat(offline().succeed("import", "terraform", state("odd.tfstate")).err())
        .contains("Set FIVETRAN_API_KEY and FIVETRAN_API_SECRET to have the account asked");
  }

  @Test
  void whatIsIgnoredIsLeftToOthersAfterTheCreation() {
    Ran ran = offline().succeed("import", "terraform", state("plan.json"));

    assertThat(ran.out())
        .contains("metadata: {name: db, initial: [config, paused]}")
        .contains("host: \"${env:DB_HOST}\"");
  }

  @Test
  void whatIsDescribedAlreadyStaysAsItIs() {
    Workspace workspace = offline();
    workspace.succeed("import", "terraform", "-o", ".", state("odd.tfstate"));
    Map<String, String> before = ExportTest.files(folder);

    Ran ran = workspace.succeed("import", "terraform", "-o", ".", state("odd.tfstate"));

    assertThat(ExportTest.files(folder)).isEqualTo(before);
    assertThat(ran.err())
        .contains("described already: connector/fine@eins (manifests/groups/eins/fine.yaml:1)");
  }

  @Test
  void aHandoverIsNeverWrittenOverAFile() {
    Workspace workspace =
        offline()
            .file("o.tf", "mine\n")
            .file("main.tf", "resource \"fivetran_group\" \"main\" {}\n");

    Ran ran = workspace.run("import", "terraform", state("odd.tfstate"), "--handover", "o.tf");

    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).isEmpty();
    assertThat(workspace.read("o.tf")).isEqualTo("mine\n");
    assertThat(
            workspace
                .run("import", "terraform", state("odd.tfstate"), "--handover", "other.tf")
                .err())
        .contains("to be taken out: 1 of these resources in main.tf\n");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("{\"version\": 4,\n  oops}", "x.tfstate:2:3: ", "is no JSON"),
        Arguments.of("{\"version\": 4, \"resources\": [", "x.tfstate:1:", "is no JSON"),
        Arguments.of("{\"password\": canary-x}", "x.tfstate:1:", "is no JSON"),
        Arguments.of("{\"password\": 17canary}", "x.tfstate:1:", "is no JSON"),
        Arguments.of("", "x.tfstate:1:1: ", "is no JSON"),
        Arguments.of("{\"version\": 3}", "x.tfstate:1:1: ", "is a state of version 3"),
        Arguments.of("{\"a\": 1}", "x.tfstate:1:1: ", "is neither a state nor"),
        Arguments.of(
            "{\"version\": 4, \"resources\": [{\"type\": \"fivetran_group\", \"instances\":"
                + " [{\"attributes_flat\": {\"id\": \"g\"}}]}]}",
            "x.tfstate:1:1: ",
            "holds fivetran_group in the form of Terraform 0.11"),
        Arguments.of("[]", "x.tfstate:1:1: ", "is neither a state nor"),
        Arguments.of("{\"encrypted_data\": \"x\"}", "x.tfstate:1:1: ", "is an encrypted state"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aFileThatIsNoStateIsToldWithItsPlace(String text, String place, String what) {
    Ran ran = offline().file("x.tfstate", text).run("import", "terraform", "x.tfstate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.all())
        .doesNotContain("canary")
        .contains(place, what)
        .containsAnyOf("terraform show -json", "terraform apply");
  }

  @Test
  void whatAShellOfWindowsWroteIsRead() throws IOException {
    String text = Files.readString(STATES.resolve("plan.json"));
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);

    Ran ran = offline().file("w.json", marked).succeed("import", "terraform", "w.json");

    assertThat(ran.out()).contains("metadata: {name: db, initial: [config, paused]}");
  }

  @Test
  void aStateComesThroughAPipe() throws IOException {
    Workspace workspace = offline().typing(Files.readString(STATES.resolve("plan.json")));

    assertThat(workspace.succeed("import", "terraform", "-").out()).contains("name: db");
  }

  private Workspace offline() {
    return new Workspace(folder);
  }

  private static String state(String name) {
    return STATES.resolve(name).toString();
  }

  private static ObjectNode account() {
    try {
      return json(Files.readString(STATES.resolve("every-type.account.json")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String permissions(String file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
