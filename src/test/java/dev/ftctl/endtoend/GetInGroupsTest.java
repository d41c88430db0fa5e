package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Of whichever kind: what is in a group, itself or with what it stands on, is found by it, with
/// and without documents.
class GetInGroupsTest {

  @TempDir Path folder;
  private final Lab lab = OneOfEach.lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group",
        "destination",
        "connector",
        "external-log",
        "hybrid-agent",
        "transformation-project",
        "transformation"
      })
  void isFoundByItsGroup(String kind) {
    Workspace described = OneOfEach.in(folder.resolve("all"), lab);
    Workspace bare = new Workspace(folder.resolve("none")).reaching(lab.sandbox());
    String id = lab.sandbox().control().account().path("groups").fieldNames().next();

    for (String group : new String[] {"g", id}) {
      assertThat(described.succeed("get", kind, "--group", group).out()).contains(kind + "/");
      assertThat(bare.succeed("get", kind, "--group", group).out()).contains(kind + "/");
    }
    Ran other = bare.run("get", kind, "--group", "h");
    assertThat(other.code()).as("%s", other).isEqualTo(64);
    assertThat(other.err()).contains("none of them is of the group h");
  }

  @Test
  void aQuickstartIsInTheGroupOfItsConnections() {
    ObjectNode account = lab.sandbox().control().account();
    String connection = account.path("connections").fieldNames().next();
    for (JsonNode node : account.path("transformations")) {
      ObjectNode one = (ObjectNode) node;
      one.put("type", "QUICKSTART");
      one.putObject("transformation_config")
          .put("package_name", "stripe")
          .putArray("connection_ids")
          .add(connection);
    }
    lab.sandbox().control().replaceAccount(account);
    Workspace bare = new Workspace(folder).reaching(lab.sandbox());

    assertThat(bare.succeed("get", "transformation", "--group", "g").out())
        .contains("transformation/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "team", "webhook", "system-key", "api-key", "account-log"})
  void whatIsTheAccountsIsInNone(String kind) {
    Ran ran = new Workspace(folder).reaching(lab.sandbox()).run("get", kind, "--group", "g");

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
  }
}
