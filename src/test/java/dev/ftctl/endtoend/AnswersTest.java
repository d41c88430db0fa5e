package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers in all the forms that Fivetran was seen to give: none of them is a difference, and one
/// that can't be understood blocks what it is about.
class AnswersTest {

  private static final String SETTINGS =
      "{schema_change_handling: ALLOW_ALL, schemas: {pit: {tables: {stones: {enabled: true}}}}}";

  @TempDir Path folder;
  private final PlayedAccount account = new PlayedAccount();

  @AfterEach
  void close() {
    account.close();
  }

  /// The service, what the answer has beside the usual, its `config`, and the manifest's.
  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "postgres  |  | {'host': 'h', 'port': '5432', 'password': '********'} | schema_prefix: pit,"
            + " host: h, port: 5432, password: '${env:P}'",
        "postgres  |  | {'host': 'h', 'port': 5432, 'password': '*'} | schema_prefix: pit, host: h,"
            + " port: '5432', password: '${env:P}'",
        "postgres  |  | {'connection_type': 'SSH_TUNNEL', 'tunnel_host': 't'} | schema_prefix: pit,"
            + " connection_type: SshTunnel, tunnel_host: t",
        "postgres  | 'setup_tests': [], 'connect_card': {'token': 'eyJ'}, 'networking_method':"
            + " null, | {'host': 'h', 'always_encrypted': 'true'} | schema_prefix: pit, host: h,"
            + " always_encrypted: true",
        "stripe    | 'schedule_type': null, | {'schema': 'pit', 'secret_key': '************'} |"
            + " schema: pit, secret_key: '${env:P}'",
        "stripe    |  | null | schema: pit",
        "quarry_logs_x | | {'tenant': 'a', 'pages': '50', 'api_key': '***'} | schema: pit, tenant:"
            + " a, pages: 50, api_key: '${env:P}'",
        "quarry_logs_x | | {'schema': 'pit', 'auth_type': 'O_AUTH', 'accounts': [1, 2]} | schema:"
            + " pit, auth_type: OAuth, accounts: ['2', '1']",
        "quarry_logs_x | | {'keys': ['******', '********'], 'parts': [{'name': 'p', 'token': '**',"
            + " 'note': null}]} | schema_prefix: pit, keys: ['${env:P}', '${env:P}'], parts:"
            + " [{name: p, token: '${env:P}'}]",
      })
  void noFormOfAConnectionIsADifference(
      String service, String beside, String config, String wanted) {
    connection(service, beside == null ? "" : beside, config);

    Ran plan = workspace(connector(service, wanted)).run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out()).contains("0 create, 0 update").contains("2 unchanged");
    assertThat(account.written()).isEmpty();
  }

  @Test
  void scheduleWithoutATypeIsAutomatic() {
    connection("stripe", "", "{}");
    String connector =
        connector("stripe", "schema: pit").replace("paused:", "schedule_type: %s, paused:");

    Ran automatic = workspace(connector.formatted("auto")).run("plan", "--detailed-exitcode");
    Ran manual = workspace(connector.formatted("manual")).run("plan", "--detailed-exitcode");

    assertThat(automatic.code()).as("%s", automatic).isZero();
    assertThat(manual.code()).as("%s", manual).isEqualTo(2);
  }

  /// What the first version of the API called fields of destinations.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "redshift | 'connection_method': 'Directly' | connection_type: DIRECTLY",
        "big_query | 'location': 'EU' | data_set_location: EU",
      })
  void formerNamesOfFieldsAreNoDifference(String service, String config, String wanted) {
    String destination =
        "'id': 'dry_well', 'group_id': 'dry_well', 'service': '%s', 'region': 'AWS_US_EAST_1',"
                .formatted(service)
            + " 'time_zone_offset': '-8', 'setup_status': 'connected'";
    account.data("/destinations", "{'items': [{" + destination + "}]}");
    account.data("/destinations/dry_well", "{" + destination + ", 'config': {" + config + "}}");

    Ran plan =
        workspace(
                "kind: Destination\nmetadata: {name: quarry}\nspec: {group: quarry, service: %s,"
                        .formatted(service)
                    + " region: AWS_US_EAST_1, time_zone_offset: '-8', config: {%s}}\n"
                        .formatted(wanted))
            .run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
  }

  @Test
  void roleThatReplacesAListedOneIsKnown() {
    account
        .data(
            "/roles",
            "{'items': [{'name': 'Old Hand', 'scope': ['ACCOUNT'], 'is_deprecated': true,"
                + " 'replacement_role_name': 'New Hand'}]}")
        .data("/teams", "{'items': [{'id': 'wet_rope', 'name': 'crew', 'role': 'Old Hand'}]}")
        .data("/teams/wet_rope", "{'id': 'wet_rope', 'name': 'crew', 'role': 'Old Hand'}");

    Ran plan =
        workspace("kind: Team\nmetadata: {name: crew}\nspec: {role: New Hand}\n").run("plan");

    assertThat(plan.code()).as("%s", plan).isZero();
  }

  @Test
  void olderNameOfARoleIsNoDifference() {
    account
        .data(
            "/roles",
            "{'items': [{'name': 'Connector Creator', 'scope': ['ACCOUNT'], 'is_deprecated': true,"
                + " 'replacement_role_name': 'Connection Creator'}]}")
        .data(
            "/teams",
            "{'items': [{'id': 'wet_rope', 'name': 'crew', 'role': 'Connector Creator'}]}")
        .data("/teams/wet_rope", "{'id': 'wet_rope', 'name': 'crew', 'role': 'Connector Creator'}");

    Ran plan =
        workspace("kind: Team\nmetadata: {name: crew}\nspec: {role: Connection Creator}\n")
            .run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
  }

  @ParameterizedTest
  @CsvSource({"''", "', \"next_cursor\": null'", "', \"next_cursor\": \"\"'"})
  void listEndsWhereItNamesNoCursor(String cursor) {
    account.data("/groups", "{'items': [{'id': 'dry_well', 'name': 'quarry'}]" + cursor + "}");

    assertThat(workspace("").run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// The exit code, and what is said.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'schema_change_handling': 'ALLOW_ALL', 'schemas': {'pit': {'enabled': true, 'tables':"
            + " {'stones': {'enabled': true, 'columns': null}}}}} | 0 | 3 unchanged",
        "{'schema_change_handling': 'ALLOW_ALL'} | 0 | pending",
        "{'schema_change_handling': 'ALLOW_ALL', 'schemas': null} | 0 | pending",
        "{'enable_new_by_default': true, 'schemas': {'pit': {'enabled': true, 'tables': {'stones':"
            + " {'enabled': true}}}}} | 4 | does not say schema_change_handling",
        "{} | 4 | the answer has no schema_change_handling",
        "null | 4 | the answer has no data",
      })
  void schemaAnswersMayLackMembers(String data, int code, String said) {
    connection("stripe", "", "{}");
    account.data("/connections/still_pond/schemas", data);
    String settings =
        "---\nkind: SchemaSettings\nmetadata: {name: pit}\nspec: {connector: pit, %s"
            .formatted(SETTINGS.substring(1));

    Ran plan =
        workspace(connector("stripe", "schema: pit") + settings).run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isEqualTo(code);
    assertThat(plan.out()).contains(said);
  }

  static Stream<String[]> errors() {
    return Stream.of(
        new String[] {
          "/connections/still_pond",
          "404",
          "{'code': 'NotFound_Connector', 'message': 'gone away'}",
          "4",
          "gone away"
        },
        new String[] {
          "/connections/still_pond",
          "403",
          "{'code': 'Forbidden', 'message': 'needs CONNECTION_READ'}",
          "4",
          "needs CONNECTION_READ"
        },
        new String[] {
          "/connections/still_pond", "404", "{}", "4", "GET /v1/connections/still_pond → 404"
        },
        new String[] {"/connections/still_pond", "406", "no such version", "4", "no such version"},
        new String[] {
          "/connections/still_pond", "200", "{'code': 'Success'}", "4", "the answer has no data"
        },
        new String[] {
          "/connections",
          "404",
          "{'code': 'NotFound', 'message': 'HTTP 404 Not Found'}",
          "1",
          "HTTP 404 Not Found"
        },
        new String[] {
          "/connections",
          "403",
          "{'code': 'Forbidden'}",
          "77",
          "GET /v1/connections → 403 Forbidden"
        },
        new String[] {
          "/account/info",
          "401",
          "{'code': 'AuthFailed', 'message': 'bad pair'}",
          "77",
          "401 AuthFailed: bad pair"
        },
        new String[] {
          "/groups", "200", "{'code': 'Success'}", "1", "the answer has no list of items"
        });
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("errors")
  void errorsAreToldWithTheirMessages(
      String path, String status, String body, String code, String said) {
    connection("stripe", "", "{}");
    String type = body.startsWith("{") ? "application/json" : "text/plain";
    account.answers("GET " + path, Integer.parseInt(status), type, body);

    Ran plan = workspace(connector("stripe", "schema: pit")).run("plan");

    assertThat(plan.code()).as("%s", plan).isEqualTo(Integer.parseInt(code));
    assertThat(plan.all()).contains(said).doesNotContain("\tat ");
  }

  @Test
  void deletionMayBeAnsweredWithNothing() {
    account.data(
        "/webhooks",
        "{'items': [{'id': 'dull_gong', 'type': 'account', 'url': 'https://h.example.com/g',"
            + " 'events': ['sync_end'], 'active': true, 'secret': '********'}]}");
    account.answers("DELETE /webhooks/dull_gong", 204, "text/plain", "");

    Ran applied =
        workspace(
                "kind: Webhook\nmetadata: {name: gong, absent: true}\n"
                    + "spec: {url: 'https://h.example.com/g'}\n")
            .run("apply", "--auto-approve");

    assertThat(account.written()).containsExactly("DELETE /webhooks/dull_gong ");
    assertThat(applied.out()).contains("Apply: 1 done");
  }

  private void connection(String service, String beside, String config) {
    String light =
        "'id': 'still_pond', 'group_id': 'dry_well', 'service': '%s', 'schema': 'pit', %s"
                .formatted(service, beside)
            + " 'status': {'setup_state': 'CONNECTED'}, 'succeeded_at': '2026-02-03T04:05:06Z'";
    account.data("/connections", "{'items': [{" + light + "}], 'next_cursor': null}");
    account.data(
        "/connections/still_pond", "{" + light + ", 'paused': true, 'config': " + config + "}");
  }

  private static String connector(String service, String config) {
    return """
    kind: Connector
    metadata: {name: pit}
    spec: {service: %s, groups: [quarry], paused: true, config: {%s}}
    """
        .formatted(service, config);
  }

  private Workspace workspace(String documents) {
    return new Workspace(folder)
        .with("FIVETRAN_API_URL", account.url())
        .with("FIVETRAN_API_KEY", "a-key")
        .with("FIVETRAN_API_SECRET", "an-api-secret")
        .with("FTCTL_QUOTAS", "none")
        .with("P", "a-long-password")
        .file("manifests/all.yaml", "kind: Group\nmetadata: {name: quarry}\n---\n" + documents);
  }
}
