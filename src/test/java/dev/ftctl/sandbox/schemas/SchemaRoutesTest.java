package dev.ftctl.sandbox.schemas;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.testing.Scale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRoutesTest {
  private static final String ALL = "/connections/brisk_otter/schemas";
  private static final String USERS = ALL + "/public/tables/users";

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
  void reloadsWhatAPostgresSourceHas() {
    var answer = api.post(ALL + "/reload", json("{'exclude_mode':'PRESERVE'}"));

    assertThat(answer.line()).isEqualTo("200 Success: Schema configuration has been reloaded");
    var data = answer.data();
    assertThat(data.path("schema_change_handling").asText()).isEqualTo("ALLOW_ALL");
    assertThat(data.path("enable_new_by_default").asBoolean()).isTrue();
    assertThat(data.at("/schemas/public/name_in_destination").asText()).isEqualTo("pg_public");
    var users = data.at("/schemas/public/tables/users");
    assertThat(users.path("enabled").asBoolean()).isTrue();
    assertThat(users.path("sync_mode").asText()).isEqualTo("SOFT_DELETE");
    assertThat(users.path("columns")).isEmpty();
    assertThat(users.at("/enabled_patch_settings/allowed").asBoolean()).isTrue();
    assertThat(data.at("/schemas/public/tables").has("audit_log")).isTrue();
    var shown = api.get(ALL);
    assertThat(shown.line()).isEqualTo("200 Success: Schema configuration retrieved successfully");
    assertThat(shown.data()).isEqualTo(data);
  }

  @Test
  void reachesNoSourceBeforeTheConnectionIsConnected() {
    sandbox.plant(
        AccountData.CONNECTIONS,
        "new_fern",
        json("{'id':'new_fern','service':'postgres','status':{'setup_state':'incomplete'}}"));

    assertThat(api.post("/connections/new_fern/schemas/reload", "{}").line())
        .isEqualTo("409 IllegalState: Connection with id 'new_fern' is not in 'Connected' state");
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
  void includesAndExcludesEverythingOnReload() {
    reload();
    api.patch(USERS + "/columns/ssn", json("{'enabled':true}"));

    var excluded = api.post(ALL + "/reload", json("{'exclude_mode':'EXCLUDE'}")).data();
    var included = api.post(ALL + "/reload", json("{'exclude_mode':'INCLUDE'}")).data();

    assertThat(excluded.at("/schemas/public/enabled").asBoolean(true)).isFalse();
    assertThat(excluded.at("/schemas/public/tables/orders/enabled").asBoolean(true)).isFalse();
    assertThat(excluded.at("/schemas/public/tables/orders/columns")).isEmpty();
    assertThat(excluded.at("/schemas/public/tables/users/columns/ssn/enabled").asBoolean(true))
        .isFalse();
    assertThat(included.at("/schemas/public/tables/orders/enabled").asBoolean(false)).isTrue();
    assertThat(included.at("/schemas/public/tables/users/columns/ssn/enabled").asBoolean(false))
        .isTrue();
    assertThat(api.post(ALL + "/reload", json("{'exclude_mode':'ALL'}")).status()).isEqualTo(400);
  }

  @Test
  void letsThePolicyDecideOnNewTablesAndKeepsVanishedOnesLocked() {
    reload();
    api.patch(ALL, json("{'schema_change_handling':'ALLOW_COLUMNS'}"));
    sandbox.plant(
        "sources",
        "brisk_otter",
        json("{'add':{'public':{'refunds':['id*','iban']}},'drop':{'public':['orders']}}"));

    var before = api.get(ALL).data().at("/schemas/public/tables");
    var after = api.post(ALL + "/reload", "{}").data().at("/schemas/public/tables");

    assertThat(before.has("refunds")).isFalse();
    assertThat(after.at("/refunds/enabled").asBoolean(true)).isFalse();
    assertThat(after.at("/users/enabled").asBoolean(false)).isTrue();
    assertThat(after.at("/orders/enabled_patch_settings/reason_code").asText())
        .isEqualTo("DELETED");
  }

  @Test
  void listsEveryColumnOfATable() {
    reload();
    api.patch(USERS + "/columns/ssn", json("{'enabled':false}"));

    var answer = api.get(USERS + "/columns");

    assertThat(answer.line()).isEqualTo("200 Success: Column configuration retrieved successfully");
    var columns = answer.data().path("columns");
    assertThat(columns.fieldNames()).toIterable().contains("id", "email", "ssn", "created_at");
    assertThat(columns.at("/ssn/enabled").asBoolean(true)).isFalse();
    assertThat(columns.at("/id/is_primary_key").asBoolean()).isTrue();
    assertThat(columns.at("/id/enabled_patch_settings/reason_code").asText())
        .isEqualTo("SYSTEM_COLUMN");
    assertThat(api.get(ALL + "/public/tables/nothing/columns").code()).isEqualTo("NotFound");
  }

  @Test
  void listsANewColumnAsThePolicyWouldSetIt() {
    reload();
    api.patch(ALL, json("{'schema_change_handling':'BLOCK_ALL'}"));
    sandbox.plant(
        "sources", "brisk_otter", json("{'add':{'public':{'users':['id*','email','iban']}}}"));

    var columns = api.get(USERS + "/columns").data().path("columns");

    assertThat(columns.at("/email/enabled").asBoolean(false)).isTrue();
    assertThat(columns.at("/iban/enabled").asBoolean(true)).isFalse();
    assertThat(columns.at("/id/enabled").asBoolean(false)).isTrue();
  }

  @Test
  void answersPreCreatedSettingsAndKeepsThemAtTheFirstLook() {
    var posted =
        api.post(
            ALL,
            json(
                "{'schema_change_handling':'ALLOW_COLUMNS','schemas':{'public':{'enabled':true,"
                    + "'tables':{'users':{'enabled':true,'columns':{'ssn':{'enabled':false},"
                    + "'id':{'enabled':false}}},'nowhere':{'enabled':true}}}}}"));
    var shown = api.get(ALL);
    var reloaded = reload();

    assertThat(posted.line())
        .isEqualTo("200 Success: Schema configuration pre-created successfully");
    assertThat(posted.data()).isEqualTo(shown.data());
    assertThat(posted.data().at("/schemas/public/tables").fieldNames())
        .toIterable()
        .containsExactly("users", "nowhere");
    assertThat(posted.data().at("/schemas/public/tables/users/columns/id/enabled").asBoolean(true))
        .isFalse();
    var tables = reloaded.at("/schemas/public/tables");
    assertThat(tables.has("nowhere")).isFalse();
    assertThat(tables.at("/users/enabled").asBoolean(false)).isTrue();
    assertThat(tables.at("/orders/enabled").asBoolean(true)).isFalse();
    assertThat(tables.at("/users/columns").fieldNames()).toIterable().containsExactly("ssn");
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
  void keysSalesforceAlikeWhateverItsDestinationSchema() {
    sandbox.connected("calm_lake", "salesforce", "crm_emea");

    var data = api.post("/connections/calm_lake/schemas/reload", "{}").data().path("schemas");

    assertThat(data.fieldNames()).toIterable().containsExactly("salesforce");
    assertThat(data.at("/salesforce/name_in_destination").asText()).isEqualTo("crm_emea");
    assertThat(data.at("/salesforce/tables/account").has("sync_mode")).isFalse();
    assertThat(
            api.patch(
                    "/connections/calm_lake/schemas/salesforce/tables/account",
                    json("{'sync_mode':'HISTORY'}"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void keepsTheFixedPolicyOfSapSources() {
    sandbox.connected("calm_lake", "sap_hana_db", "sap");
    var path = "/connections/calm_lake/schemas";

    var data = api.post(path + "/reload", "{}").data();

    assertThat(data.path("schema_change_handling").asText()).isEqualTo("ALLOW_COLUMNS");
    assertThat(api.patch(path, json("{'schema_change_handling':'ALLOW_ALL'}")).status())
        .isEqualTo(400);
  }

  @Test
  void givesASheetOneTableWithoutColumns() {
    sandbox.connected("calm_lake", "google_sheets", "sheets.budget");
    var path = "/connections/calm_lake/schemas";

    var table = api.post(path + "/reload", "{}").data().at("/schemas/sheets/tables/budget");

    assertThat(table.path("supports_columns_config").asBoolean(true)).isFalse();
    assertThat(api.post(path + "/tables/resync", json("{'sheets':['budget']}")).status())
        .isEqualTo(400);
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

  @Test
  void storesDeviationsOnlyHoweverLargeTheSource() {
    var tables = Scale.of(1_000, 10_000);
    sandbox.plant(
        "sources", "pg", json("{'schemas':3,'tables':%d,'columns':15}".formatted(tables)));
    reload();

    var answer = api.patch(ALL, json("{'schemas':{'schema_1':{'enabled':false}}}"));

    var listed = answer.data().path("schemas").findValues("tables");
    assertThat(listed.stream().mapToInt(JsonNode::size).sum()).isEqualTo(tables);
    assertThat(sandbox.sandbox.control().account().path("schema_configs").toString())
        .hasSizeLessThan(1_000);
  }

  @Test
  void limitsLooksAtTheSourceWhenAQuotaIsSet() {
    sandbox.sandbox.control().quotas(SandboxCase.parsed(json("{'sourceInteractionsPerMinute':1}")));
    reload();

    assertThat(api.post(ALL + "/reload", "{}").status()).isEqualTo(429);
  }

  private JsonNode reload() {
    return api.post(ALL + "/reload", "{}").data();
  }
}
