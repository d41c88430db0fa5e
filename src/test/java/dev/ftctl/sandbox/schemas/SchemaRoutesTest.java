package dev.ftctl.sandbox.schemas;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRoutesTest {

  static final String ALL = "/connections/brisk_otter/schemas";
  static final String USERS = ALL + "/public/tables/users";

  private final SandboxCase sandbox = new SandboxCase();
  private final ApiClient api = sandbox.api;

  @BeforeEach
  void connect() {
    sandbox.connected("brisk_otter", "postgres", "pg");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void hasNoSchemaConfigBeforeAnybodyLooked() {
    var unknown =
        "404 NotFound_SchemaConfig: Connection with id 'brisk_otter' doesn't have schema config";

    assertThat(api.get(ALL).line()).isEqualTo(unknown);
    assertThat(api.patch(ALL, "{}").line()).isEqualTo(unknown);
    assertThat(api.get("/connections/no_such/schemas").line())
        .isEqualTo("404 NotFound_Connector: Connector with id 'no_such' does not exist.");
  }

  @Test
  void listsOnlyTouchedColumnsAndKeepsTheRest() {
    reload();

    var answer =
        api.patch(
            ALL,
            json(
                "{'schemas':{'public':{'tables':{'users':{'columns':{'ssn':{'enabled':false},"
                    + "'email':{'hashed':true,'is_primary_key':null}}},'audit_log':{'enabled':false}}}}}"));

    assertThat(answer.line()).isEqualTo("200 Success: Schema configuration has been modified");
    var tables = answer.data().at("/schemas/public/tables");
    assertThat(tables.at("/audit_log/enabled").asBoolean(true)).isFalse();
    assertThat(tables.at("/orders/enabled").asBoolean(false)).isTrue();
    assertThat(tables.at("/users/enabled").asBoolean(false)).isTrue();
    var columns = tables.at("/users/columns");
    assertThat(columns.fieldNames()).toIterable().containsExactly("email", "ssn");
    assertThat(columns.at("/ssn/enabled").asBoolean(true)).isFalse();
    assertThat(columns.at("/email/enabled").asBoolean(false)).isTrue();
    assertThat(columns.at("/email/hashed").asBoolean(false)).isTrue();
    assertThat(api.get(ALL).data()).isEqualTo(answer.data());
  }

  @Test
  void changesSingleElementsAndAnswersTheWholeTree() {
    reload();

    var schema = api.patch(ALL + "/public", json("{'enabled':false}"));
    var table = api.patch(USERS, json("{'sync_mode':'HISTORY'}"));
    var column = api.patch(USERS + "/columns/ssn", json("{'enabled':false}"));

    assertThat(schema.line())
        .isEqualTo("200 Success: Database schema configuration has been modified");
    assertThat(table.line()).isEqualTo("200 Success: Table configuration has been modified");
    assertThat(column.line()).isEqualTo("200 Success: Column configuration has been modified");
    var shown = column.data().at("/schemas/public");
    assertThat(shown.path("enabled").asBoolean(true)).isFalse();
    assertThat(shown.at("/tables/users/enabled").asBoolean(false)).isTrue();
    assertThat(shown.at("/tables/users/sync_mode").asText()).isEqualTo("HISTORY");
    assertThat(shown.at("/tables/users/columns/ssn/enabled").asBoolean(true)).isFalse();
  }

  @Test
  void answersNotFoundForNamesInTheWrongCase() {
    reload();

    assertThat(api.patch(ALL + "/Public", json("{'enabled':false}")).line())
        .isEqualTo("404 NotFound: Schema 'Public' is not found");
    assertThat(api.patch(USERS.replace("users", "Users"), json("{'enabled':false}")).line())
        .isEqualTo("404 NotFound: Table 'public.Users' is not found");
    assertThat(api.patch(USERS + "/columns/SSN", json("{'enabled':false}")).line())
        .isEqualTo("404 NotFound: Column 'public.users.SSN' is not found");
  }

  @Test
  void changesNothingWhenOnePartIsRefused() {
    reload();
    var before = api.get(ALL).data();

    var answer =
        api.patch(
            ALL,
            json(
                "{'schema_change_handling':'BLOCK_ALL','schemas':{'public':{'tables':{"
                    + "'users':{'enabled':false},'no_table':{'enabled':false}}}}}"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(api.get(ALL).data()).isEqualTo(before);
  }

  @Test
  void refusesAnotherValueForLockedElements() {
    reload();

    assertThat(api.patch(USERS + "/columns/id", json("{'enabled':false}")).line())
        .isEqualTo(
            "400 InvalidInput: 'public.users.id' cannot be changed. The column does not support"
                + " exclusion as it is a Primary Key");
    assertThat(api.patch(USERS + "/columns/id", json("{'enabled':true}")).status()).isEqualTo(200);
    assertThat(
            api.patch(ALL + "/public/tables/schema_migrations", json("{'enabled':false}")).line())
        .isEqualTo(
            "400 InvalidInput: 'public.schema_migrations' cannot be changed. The table does not"
                + " support exclusion");
  }

  @Test
  void keepsKnownElementsWhenThePolicyChangesAndShowsWhatDiverges() {
    reload();

    var answer = api.patch(ALL, json("{'schema_change_handling':'BLOCK_ALL'}"));

    assertThat(answer.data().path("enable_new_by_default").asBoolean(true)).isFalse();
    var users = answer.data().at("/schemas/public/tables/users");
    assertThat(users.path("enabled").asBoolean(false)).isTrue();
    assertThat(users.path("columns").path("ssn").path("enabled").asBoolean(false)).isTrue();
    assertThat(users.path("columns").size()).isGreaterThan(5);
  }

  @Test
  void refusesAnUnknownPolicy() {
    reload();

    assertThat(api.patch(ALL, json("{'schema_change_handling':'ALLOW'}")).line())
        .isEqualTo("400 InvalidInput: Invalid value 'ALLOW' of field 'schema_change_handling'");
  }

  @Test
  void dropsOnlyBlockedColumns() {
    reload();
    var body = json("{'schemas':{'public':{'tables':{'users':{'columns':['ssn']}}}}}");

    var synced = api.post(ALL + "/drop-columns", body);
    api.patch(USERS + "/columns/ssn", json("{'enabled':false}"));
    var blocked = api.post(ALL + "/drop-columns", body);
    var single = api.delete(USERS + "/columns/ssn");

    assertThat(synced.line())
        .isEqualTo("409 Conflict: Column 'public.users.ssn' is not in blocked state");
    assertThat(blocked.line()).isEqualTo("200 Success: Column(s) successfully marked for deletion");
    assertThat(single.line()).isEqualTo("200 Success: Column successfully marked for deletion");
    assertThat(api.delete(USERS + "/columns/nothing").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'public':['users']}",
        "{'schemas':{'public':['users']}}",
        "{'schemas':{'public':{'tables':{'users':['ssn']}}}}",
        "{'schemas':{'public':{'tables':{'users':{'columns':'ssn'}}}}}",
        "{'schemas':{'public':{'tables':{'users':{'columns':[]}}}}}",
        "{'schemas':{'public':{'tables':{'users':{'columns':[7]}}}}}"
      })
  void refusesAnotherShapeOfColumnsToDrop(String body) {
    reload();

    assertThat(api.post(ALL + "/drop-columns", json(body)).line()).startsWith("400 InvalidInput: ");
  }

  @Test
  void syncsTablesAgainByBothPaths() {
    reload();

    var bulk = api.post(ALL + "/tables/resync", json("{'public':['users','orders']}"));
    var single = api.post(USERS + "/resync", "");

    assertThat(bulk.line()).isEqualTo("200 Success: Re-sync has been triggered successfully");
    assertThat(single.status()).isEqualTo(200);
    assertThat(api.post(ALL + "/tables/resync", json("{'public':[]}")).status()).isEqualTo(400);
    assertThat(api.post(ALL + "/tables/resync", json("{'public':['x']}")).status()).isEqualTo(404);
  }

  @Test
  void takesBackWhatItShowed() {
    reload();
    api.patch(USERS + "/columns/ssn", json("{'enabled':false}"));
    var backup = api.get(ALL).data();
    api.patch(ALL + "/public/tables/orders", json("{'enabled':false}"));

    var answer = api.patch(ALL, backup.toString());

    assertThat(answer.data()).isEqualTo(backup);
  }

  private JsonNode reload() {
    return api.post(ALL + "/reload", "{}").data();
  }
}
