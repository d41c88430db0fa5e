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

/// What a look at the source brings, and what it may cost.
class SchemaReloadTest {

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
  void reloadsWhatAPostgresSourceHas() {
    var answer = api.post(SchemaRoutesTest.ALL + "/reload", json("{'exclude_mode':'PRESERVE'}"));

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
    var shown = api.get(SchemaRoutesTest.ALL);
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
  void includesAndExcludesEverythingOnReload() {
    reload();
    api.patch(SchemaRoutesTest.USERS + "/columns/ssn", json("{'enabled':true}"));

    var excluded =
        api.post(SchemaRoutesTest.ALL + "/reload", json("{'exclude_mode':'EXCLUDE'}")).data();
    var included =
        api.post(SchemaRoutesTest.ALL + "/reload", json("{'exclude_mode':'INCLUDE'}")).data();

    assertThat(excluded.at("/schemas/public/enabled").asBoolean(true)).isFalse();
    assertThat(excluded.at("/schemas/public/tables/orders/enabled").asBoolean(true)).isFalse();
    assertThat(excluded.at("/schemas/public/tables/orders/columns")).isEmpty();
    assertThat(excluded.at("/schemas/public/tables/users/columns/ssn/enabled").asBoolean(true))
        .isFalse();
    assertThat(included.at("/schemas/public/tables/orders/enabled").asBoolean(false)).isTrue();
    assertThat(included.at("/schemas/public/tables/users/columns/ssn/enabled").asBoolean(false))
        .isTrue();
    assertThat(
            api.post(
                    SchemaRoutesTest.ALL + "/reload",
                    json("{'exclude_mode':'SchemaRoutesTest.ALL'}"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void letsThePolicyDecideOnNewTablesAndKeepsVanishedOnesLocked() {
    reload();
    api.patch(SchemaRoutesTest.ALL, json("{'schema_change_handling':'ALLOW_COLUMNS'}"));
    sandbox.plant(
        "sources",
        "brisk_otter",
        json("{'add':{'public':{'refunds':['id*','iban']}},'drop':{'public':['orders']}}"));

    var before = api.get(SchemaRoutesTest.ALL).data().at("/schemas/public/tables");
    var after =
        api.post(SchemaRoutesTest.ALL + "/reload", "{}").data().at("/schemas/public/tables");

    assertThat(before.has("refunds")).isFalse();
    assertThat(after.at("/refunds/enabled").asBoolean(true)).isFalse();
    assertThat(after.at("/users/enabled").asBoolean(false)).isTrue();
    assertThat(after.at("/orders/enabled_patch_settings/reason_code").asText())
        .isEqualTo("DELETED");
  }

  @Test
  void listsEveryColumnOfATable() {
    reload();
    api.patch(SchemaRoutesTest.USERS + "/columns/ssn", json("{'enabled':false}"));

    var answer = api.get(SchemaRoutesTest.USERS + "/columns");

    assertThat(answer.line()).isEqualTo("200 Success: Column configuration retrieved successfully");
    var columns = answer.data().path("columns");
    assertThat(columns.fieldNames()).toIterable().contains("id", "email", "ssn", "created_at");
    assertThat(columns.at("/ssn/enabled").asBoolean(true)).isFalse();
    assertThat(columns.at("/id/is_primary_key").asBoolean()).isTrue();
    assertThat(columns.at("/id/enabled_patch_settings/reason_code").asText())
        .isEqualTo("SYSTEM_COLUMN");
    assertThat(api.get(SchemaRoutesTest.ALL + "/public/tables/nothing/columns").code())
        .isEqualTo("NotFound");
  }

  @Test
  void listsANewColumnAsThePolicyWouldSetIt() {
    reload();
    api.patch(SchemaRoutesTest.ALL, json("{'schema_change_handling':'BLOCK_ALL'}"));
    sandbox.plant(
        "sources", "brisk_otter", json("{'add':{'public':{'users':['id*','email','iban']}}}"));

    var columns = api.get(SchemaRoutesTest.USERS + "/columns").data().path("columns");

    assertThat(columns.at("/email/enabled").asBoolean(false)).isTrue();
    assertThat(columns.at("/iban/enabled").asBoolean(true)).isFalse();
    assertThat(columns.at("/id/enabled").asBoolean(false)).isTrue();
  }

  @Test
  void answersPreCreatedSettingsAndKeepsThemAtTheFirstLook() {
    var posted =
        api.post(
            SchemaRoutesTest.ALL,
            json(
                "{'schema_change_handling':'ALLOW_COLUMNS','schemas':{'public':{'enabled':true,"
                    + "'tables':{'users':{'enabled':true,'columns':{'ssn':{'enabled':false},"
                    + "'id':{'enabled':false}}},'nowhere':{'enabled':true}}}}}"));
    var shown = api.get(SchemaRoutesTest.ALL);
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
  void storesDeviationsOnlyHoweverLargeTheSource() {
    var tables = Scale.of(1_000, 10_000);
    sandbox.plant(
        "sources", "pg", json("{'schemas':3,'tables':%d,'columns':15}".formatted(tables)));
    reload();

    var answer =
        api.patch(SchemaRoutesTest.ALL, json("{'schemas':{'schema_1':{'enabled':false}}}"));

    var listed = answer.data().path("schemas").findValues("tables");
    assertThat(listed.stream().mapToInt(JsonNode::size).sum()).isEqualTo(tables);
    assertThat(sandbox.sandbox.control().account().path("schema_configs").toString())
        .hasSizeLessThan(1_000);
  }

  @Test
  void limitsLooksAtTheSourceWhenAQuotaIsSet() {
    sandbox.sandbox.control().quotas(SandboxCase.parsed(json("{'sourceInteractionsPerMinute':1}")));
    reload();

    assertThat(api.post(SchemaRoutesTest.ALL + "/reload", "{}").status()).isEqualTo(429);
  }

  private JsonNode reload() {
    return api.post(SchemaRoutesTest.ALL + "/reload", "{}").data();
  }
}
