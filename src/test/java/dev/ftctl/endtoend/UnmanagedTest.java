package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What no manifest describes: how it is called, and what is said of it.
class UnmanagedTest {

  private static final String GROUP =
      """
      kind: Group
      metadata: {name: prod}
      ---
      """;

  private static final String ORDERS =
      """
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [prod]
        paused: %s
        config: {schema_prefix: %s, host: %s, port: 5432, database: shop, user: u, update_method: QUERY_BASED}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void seed() {
    workspace = new Workspace(folder).reaching(lab.sandbox());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void isCalledWhatEveryFlagTakes() {
    seedOneOfEach();

    Ran plan = workspace.run("plan", "--format", "json");
    List<String> addresses = plan.json().path("unmanaged").findValuesAsText("address");

    assertThat(addresses)
        .doesNotHaveDuplicates()
        .contains(
            "group/prod",
            "destination/prod",
            "connector/orders@prod",
            "user/owner@sandbox.test",
            "user/Night%20Loader",
            "user/Night%20Loader~robot_two",
            "user/~robot_three",
            "team/night",
            "group/prod~twin_group");
    var flags = new ArrayList<>(List.of("plan"));
    addresses.forEach(address -> flags.addAll(List.of("--allow", "delete:" + address)));
    workspace.file("ftctl.yaml", "protect: [\"" + String.join("\", \"", addresses) + "\"]\n");
    Ran again = workspace.run(flags.toArray(String[]::new));
    assertThat(again.code()).as("%s", again).isZero();
    assertThat(again.err()).doesNotContain("covers nothing");
  }

  @Test
  void isToldWithWhatHelpsToRecognizeIt() {
    seedOneOfEach();

    Ran text = workspace.run("plan", "--show-unmanaged");
    Ran json = workspace.run("plan", "--format", "json");

    assertThat(text.out())
        .containsPattern("connector/orders@prod +postgres, paused, incomplete +\\w+\n")
        .containsPattern("destination/prod +snowflake, \\w+ +\\w+\n")
        .containsPattern("user/~robot_three +service account +robot_three\n");
    JsonNode orders = named(json, "connector/orders@prod");
    assertThat(orders.path("service").asText()).isEqualTo("postgres");
    assertThat(orders.path("activity").asText()).isEqualTo("paused");
    assertThat(orders.path("setup").asText()).isEqualTo("incomplete");
  }

  /// A document called `orders` makes `orders_raw`, beside a connection `orders` of somebody else.
  @Test
  void isNeverTakenForADocumentOfTheSameName() {
    workspace.file("manifests/all.yaml", GROUP + ORDERS.formatted(true, "orders", "a.example.com"));
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");
    workspace.file(
        "manifests/all.yaml",
        GROUP
            + ORDERS.formatted(true, "orders_raw", "b.example.com")
            + """
            ---
            kind: User
            metadata: {name: bo@example.com}
            spec: {given_name: Bo, family_name: Li, connectors: {orders@prod: Connection Reviewer}}
            """);
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");
    lab.forget();

    Ran plan = workspace.run("plan", "--detailed-exitcode", "--format", "json");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.json().path("unmanaged").findValuesAsText("address"))
        .anyMatch(address -> address.matches("connector/orders~\\w+@prod"))
        .doesNotContain("connector/orders@prod");
  }

  private void seedOneOfEach() {
    workspace.file(
        "manifests/all.yaml",
        GROUP
            + """
            kind: Destination
            metadata: {name: prod}
            spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: harmless-1}}
            ---
            kind: Team
            metadata: {name: night}
            spec: {role: Account Reviewer}
            ---
            kind: Webhook
            metadata: {name: pager}
            spec: {url: "https://hooks.example.com/t", events: [sync_end], active: true}
            ---
            """
            + ORDERS.formatted(true, "orders", "db.example.com"));
    workspace.succeed("apply", "--auto-approve", "--run-setup-tests", "never");
    ObjectNode account = lab.sandbox().control().account();
    ObjectNode users = (ObjectNode) account.path("users");
    ObjectNode owner = (ObjectNode) users.elements().next();
    for (String id : List.of("robot_one", "robot_two", "robot_three")) {
      ObjectNode robot = owner.deepCopy();
      robot.put("id", id).put("user_type", "SERVICE_ACCOUNT").remove("email");
      boolean isNamed = !id.equals("robot_three");
      robot.put("given_name", isNamed ? "Night" : "").put("family_name", isNamed ? "Loader" : "");
      users.set(id, robot);
    }
    ObjectNode groups = (ObjectNode) account.path("groups");
    ObjectNode twin = ((ObjectNode) groups.elements().next()).deepCopy();
    groups.set("twin_group", twin.put("id", "twin_group"));
    lab.sandbox().control().replaceAccount(account);
    workspace.file("manifests/all.yaml", "kind: Group\nmetadata: {name: other}\n");
  }

  private static JsonNode named(Ran plan, String address) {
    for (JsonNode one : plan.json().path("unmanaged")) {
      if (one.path("address").asText().equals(address)) {
        return one;
      }
    }
    throw new AssertionError(address + " is not among " + plan.json().path("unmanaged"));
  }
}
