package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Switches of schemas, tables and columns become lines of the settings that speak of them.
class AcceptSchemaTest {

  private static final String SETTINGS =
      """
      kind: Connector
      metadata: {name: separate}
      spec: {service: postgres, paused: true, groups: [eu, us], config: {schema_prefix: separate, host: h, port: 5432, database: d, user: u, password: p-a-s-s-w-o-r-d}}
      ---
      kind: SchemaSettings
      metadata: {name: separate}
      spec:
        connector: separate
        schema_change_handling: ALLOW_ALL
        schemas:
          public:
            tables:
              users:
                columns:
                  ssn: {enabled: false} # never
                  email: {hashed: true}
      ---
      kind: Connector
      metadata: {name: inside}
      spec:
        service: postgres
        paused: true
        groups: [eu, us]
        config: {schema_prefix: inside, host: h, port: 5432, database: d, user: u, password: p-a-s-s-w-o-r-d}
        schema_settings:
          schema_change_handling: ALLOW_ALL
          schemas: {public: {tables: {users: {columns: {email: {hashed: true}}}}}}
      ---
      kind: Connector
      metadata: {name: split}
      spec:
        service: postgres
        paused: true
        groups: [eu]
        config: {schema_prefix: split, host: h, port: 5432, database: d, user: u, password: p-a-s-s-w-o-r-d}
        schema_settings:
          schema_change_handling: ALLOW_ALL
          schemas: "${yaml:split.schema.yaml}"
      ---
      kind: Connector
      metadata: {name: bare}
      spec: {service: postgres, paused: true, groups: [eu], config: {schema_prefix: bare, host: h, port: 5432, database: d, user: u, password: p-a-s-s-w-o-r-d}}
      ---
      kind: Connector
      metadata: {name: short}
      spec:
        service: postgres
        paused: true
        groups: [eu]
        config: {schema_prefix: short, host: h, port: 5432, database: d, user: u, password: p-a-s-s-w-o-r-d}
        schema_settings: {schema_change_handling: BLOCK_ALL, schemas: {public: {enabled: true, tables: [users, orders]}}}
      """;

  private static final String SPLIT =
      """
      # What is kept of the split one.
      public:
        enabled: true
        tables:
          users: {enabled: true} # all
      """;

  @TempDir Path folder;
  private AcceptMill mill;

  @BeforeEach
  void open() {
    mill =
        new AcceptMill(folder)
            .file("manifests/settings.yaml", SETTINGS)
            .file("manifests/split.schema.yaml", SPLIT)
            .applied();
  }

  @AfterEach
  void close() {
    mill.close();
  }

  private void column(String connection, String column, String body) {
    mill.call(
        "PATCH",
        "connections/{" + connection + "}/schemas/public/tables/users/columns/" + column,
        body);
  }

  private void table(String connection, String table, String body) {
    mill.call("PATCH", "connections/{" + connection + "}/schemas/public/tables/" + table, body);
  }

  @Test
  void linesAreChangedWhereTheyStand() {
    column("separate@eu", "email", "{\"hashed\": false}");
    column("separate@us", "email", "{\"hashed\": false}");
    column("separate@eu", "ssn", "{\"enabled\": true}");
    column("inside@us", "email", "{\"hashed\": false}");
    table("split@eu", "users", "{\"enabled\": false}");
    table("short@eu", "orders", "{\"enabled\": false}");
    mill.call(
        "PATCH",
        "connections/{separate@us}/schemas",
        "{\"schema_change_handling\": \"BLOCK_ALL\"}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly(
            "schema-settings/inside@us public.users.email: overrides of us, document",
            "schema-settings/separate@eu public.users.email: document",
            "schema-settings/separate@eu public.users.ssn: settings of separate@eu",
            "schema-settings/separate@us schema_change_handling: settings of separate@us",
            "schema-settings/separate@us public.users.email: document",
            "schema-settings/short@eu public.orders: document",
            "schema-settings/split@eu public.users: document");
    assertThat(mill.workspace().read("manifests/split.schema.yaml"))
        .isEqualTo(SPLIT.replace("{enabled: true} # all", "{enabled: false} # all"));
    assertThat(mill.workspace().read("manifests/settings.yaml"))
        .contains(
            "email: {hashed: false}\n---",
            "tables: {users: {enabled: true}, orders: {enabled: false}}",
            "overrides:\n    us:\n",
            "# never")
        .endsWith(
            """
            ---
            kind: SchemaSettings
            metadata: {name: separate_eu}
            spec:
              connector: separate@eu
              schemas:
                public: {tables: {users: {columns: {ssn: {enabled: true}}}}}
            ---
            kind: SchemaSettings
            metadata: {name: separate_us}
            spec: {connector: separate@us, schema_change_handling: BLOCK_ALL}
            """);
    mill.onlyChanged(
        "schema-settings/inside@us",
        "schema-settings/separate@eu",
        "schema-settings/separate@us",
        "schema-settings/short@eu",
        "schema-settings/split@eu");
    mill.planIsEmpty();
  }

  @Test
  void undeclaredOnesAreTakenWhenAsked() {
    table("separate@eu", "orders", "{\"enabled\": false}");
    mill.call("POST", "connections/{bare@eu}/schemas/reload", "{\"exclude_mode\": \"PRESERVE\"}");
    table("bare@eu", "orders", "{\"enabled\": false}");
    mill.call("POST", "groups", "{\"name\": \"clicked\"}");

    JsonNode without = mill.accept(0, "--base", "HEAD");
    JsonNode report = mill.accept(2, "--base", "HEAD", "--unmanaged");

    assertThat(AcceptMill.accepted(without)).isEmpty();
    assertThat(AcceptMill.accepted(report))
        .contains(
            "schema-settings/bare@eu public.orders: document",
            "schema-settings/separate@eu public.orders: settings of separate@eu");
    assertThat(AcceptMill.left(report))
        .anyMatch(line -> line.startsWith("group/clicked") && line.contains("export --unmanaged"));
    mill.planIsEmpty();
  }

  @Test
  void newTablesAreTakenOrBlocked() {
    mill.workspace().succeed("drift", "--since", "memory.json");
    ObjectNode account = mill.lab().sandbox().control().account();
    for (String one : List.of("short@eu", "inside@eu", "inside@us")) {
      ObjectNode more = account.withObject("/sources").putObject(mill.id(one)).putObject("add");
      more.putObject("public").putArray("harvest").add("id*").add("weight");
    }
    mill.lab().sandbox().control().replaceAccount(account);
    for (String one : List.of("short@eu", "inside@eu", "inside@us")) {
      mill.call(
          "POST", "connections/{" + one + "}/schemas/reload", "{\"exclude_mode\": \"PRESERVE\"}");
    }
    mill.workspace().run("drift", "--since", "memory.json");
    String memory = mill.workspace().read("memory.json");

    Ran refused = mill.workspace().run("drift", "--accept", "--base", "HEAD", "--block");
    JsonNode taken =
        mill.accept(0, "--base", "HEAD", "--since", "memory.json", "--new", "connector/short");
    JsonNode blocked =
        mill.accept(0, "--base", "HEAD", "--since", "memory.json", "--block", "connector/inside");
    JsonNode again =
        mill.accept(0, "--base", "HEAD", "--since", "memory.json", "--block", "connector/inside");

    assertThat(refused.code()).isEqualTo(64);
    assertThat(AcceptMill.accepted(taken))
        .containsExactly("schema-settings/short@eu public.harvest: document");
    assertThat(AcceptMill.accepted(blocked))
        .containsExactly(
            "schema-settings/inside@eu public.harvest: document",
            "schema-settings/inside@us public.harvest: document");
    assertThat(AcceptMill.accepted(again)).isEmpty();
    assertThat(mill.workspace().read("manifests/settings.yaml"))
        .contains("harvest: {enabled: false}}}}");
    assertThat(mill.workspace().read("memory.json")).isEqualTo(memory);
    assertThat(mill.workspace().run("plan").out())
        .contains("public.harvest")
        .contains("enabled → excluded");
  }
}
