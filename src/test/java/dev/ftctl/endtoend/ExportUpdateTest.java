package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second export into the same folder changes what the account changed, and nothing else.
class ExportUpdateTest {

  private static final String ORDERS = "manifests/groups/analytics_prod/orders_analytics_prod.yaml";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();
  private Exports exports;

  @BeforeEach
  void export() {
    exports = new Exports(folder.resolve("project"), lab);
    exports.export();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void anUnchangedAccountChangesNoByte() {
    Map<String, String> before = exports.files();

    Ran again = exports.workspace().succeed("export", "-o", ".");

    assertThat(exports.files()).isEqualTo(before);
    assertThat(again.err()).contains("0 files written");
  }

  @Test
  void valuesThatNobodyHasSetAreNotNeeded() {
    Map<String, String> before = exports.files();
    var bare = new Workspace(exports.workspace().folder()).reaching(lab.sandbox());

    bare.succeed("export", "-o", ".");

    assertThat(exports.files()).isEqualTo(before);
  }

  @Test
  void clicksComeIntoTheirLinesAndCommentsStay() {
    Workspace workspace = exports.workspace();
    workspace.edit(ORDERS, "kind: Connector\n", "# The shop's database.\nkind: Connector\n");
    workspace.edit(ORDERS, "sync_frequency: 60", "sync_frequency: 60 # as agreed with the shop");
    workspace.edit(ORDERS, "email: {hashed: true}", "email: {hashed: true} # still joins");
    try (var person = new OtherTool(lab.sandbox())) {
      String id = idOf(person, "orders", "analytics_prod");
      person.send(
          "PATCH",
          "/connections/" + id,
          "{'sync_frequency':15,'data_delay_sensitivity':'HIGH','config':{'host':'db-2.internal'}}");
      person.send(
          "PATCH",
          "/connections/" + id + "/schemas",
          """
          {'schemas':{'public':{'tables':{'users':{'columns':{'ssn':{'enabled':true},
           'given_name':{'hashed':true}}},'orders':{'enabled':false}}}}}\
          """);
    }

    Ran again = workspace.succeed("export", "-o", ".");

    String text = workspace.read(ORDERS);
    assertThat(again.err()).contains("1 file written");
    assertThat(text)
        .contains("# The shop's database.\nkind: Connector")
        .contains("sync_frequency: 15 # as agreed with the shop\n  data_delay_sensitivity: HIGH\n")
        .contains("host: db-2.internal\n")
        .contains("email: {hashed: true} # still joins")
        .contains("given_name: {hashed: true}")
        .contains("ssn: {enabled: true}")
        .contains("orders: {enabled: false}");
    Ran planned = workspace.run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s\n%s", planned, text).isZero();
    assertThat(workspace.succeed("export", "-o", ".").err()).contains("0 files written");
  }

  @Test
  void clickIntoALargeTreeComesIntoItsOwnFile() {
    var full = new Exports(folder.resolve("full"), lab);
    full.export("--full");
    Workspace workspace = full.workspace();
    String file = "manifests/groups/finance/erp.schema.yaml";
    workspace
        .edit(file, "dbo:\n", "# The books.\ndbo:\n")
        .edit(
            file,
            "name: {enabled: true, hashed: false}",
            "name: {enabled: true, hashed: false} # public anyway");
    Map<String, String> before = full.files();
    try (var person = new OtherTool(lab.sandbox())) {
      person.send(
          "PATCH",
          "/connections/" + idOf(person, "erp", "finance") + "/schemas",
          "{'schemas':{'dbo':{'tables':{'customers':{'columns':{'country':{'hashed':true}}}}}}}");
    }

    Ran again = workspace.succeed("export", "-o", ".");

    assertThat(again.err()).contains("1 file written").doesNotContain("left as it is");
    assertThat(workspace.read(file))
        .startsWith("# The books.\ndbo:\n")
        .contains("country: {enabled: true, hashed: true}\n")
        .contains("name: {enabled: true, hashed: false} # public anyway\n");
    before.remove(file);
    assertThat(full.files()).containsAllEntriesOf(before);
    Ran planned = workspace.run("plan", "--detailed-exitcode");
    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(workspace.succeed("export", "-o", ".").err()).contains("0 files written");
  }

  /// A template's value is every instance's.
  @Test
  void whatATemplateMakesIsLeftAndItIsSaidWhatWritesIt() {
    Workspace workspace = exports.workspace();
    workspace
        .file(
            "manifests/hourly.yaml",
            "kind: Template\nmetadata: {name: hourly}\nspec: {sync_frequency: 60}\n")
        .edit(ORDERS, "  service: postgres\n", "  template: hourly\n  service: postgres\n")
        .edit(ORDERS, "  sync_frequency: 60\n", "");
    Map<String, String> before = exports.files();
    try (var person = new OtherTool(lab.sandbox())) {
      String id = idOf(person, "orders", "analytics_prod");
      person.send("PATCH", "/connections/" + id, "{'sync_frequency':15}");
    }

    Ran again = workspace.succeed("export", "-o", ".");

    assertThat(exports.files()).isEqualTo(before);
    assertThat(again.err())
        .contains(
            "left as it is: connector/orders_analytics_prod@analytics_prod ("
                + ORDERS
                + ":1) is"
                + " made by a pattern; to write it where it belongs: ftctl drift --accept"
                + " connector/orders_analytics_prod@analytics_prod\n");
  }

  @Test
  void whatIsGoneIsNamedAndStays() {
    try (var person = new OtherTool(lab.sandbox())) {
      person.send("DELETE", "/connections/" + idOf(person, "stripe", "finance"), "");
    }
    Map<String, String> before = exports.files();

    Ran again = exports.workspace().succeed("export", "-o", ".");

    assertThat(exports.files()).isEqualTo(before);
    assertThat(again.err())
        .contains("gone from the account: connector/stripe@finance (manifests/groups/finance/");
  }

  @Test
  void whatIsNewGetsAFileBesideTheOthers() {
    try (var person = new OtherTool(lab.sandbox())) {
      person.create("/users", "{'email':'zoe@lab.example','given_name':'Zoe','family_name':'Lab'}");
    }
    Map<String, String> expected = new TreeMap<>(exports.files());
    expected.put(
        "manifests/user/zoe%40lab%2Eexample.yaml",
        "kind: User\nmetadata: {name: zoe@lab.example}\n"
            + "spec: {given_name: Zoe, family_name: Lab}\n");

    exports.workspace().succeed("export", "-o", ".");

    assertThat(exports.files()).isEqualTo(expected);
  }

  private static String idOf(OtherTool person, String schema, String group) {
    String groupId = person.idOf("groups", "name", group);
    for (var item : person.send("GET", "/groups/" + groupId + "/connections", "").path("items")) {
      if (item.path("schema").asText().equals(schema)) {
        return item.path("id").asText();
      }
    }
    throw new AssertionError("no connection " + schema);
  }
}
