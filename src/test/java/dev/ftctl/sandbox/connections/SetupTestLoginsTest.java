package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What opens an account in setup tests: not each service needs a password.
class SetupTestLoginsTest {
  private static final String WAREHOUSE =
      "'service':'snowflake','config':{'host':'a.example.com','port':443,'database':'RAW',"
          + "'auth':'PASSWORD','user':'FT','password':'s3cret'}";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;
  private String group = "";

  @BeforeEach
  void aGroup() {
    group = api.post("/groups", json("{'name':'Prod'}")).data().path("id").asText();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          gcs          | {'schema':'a','table':'b','bucket':'raw'} |
          gcs          | {'schema':'a','table':'b','bucket':'raw','auth_type':'FIVETRAN_SERVICE_ACCOUNT'} |
          gcs          | {'schema':'a','table':'b','bucket':'raw','auth_type':'CUSTOM_SERVICE_ACCOUNT'} | Credentials are missing
          gcs          | {'schema':'a','table':'b','bucket':'raw','auth_type':'CUSTOM_SERVICE_ACCOUNT','secret_key':'{}'} |
          bigquery_db  | {'schema_prefix':'a','project_id':'p','data_set_location':'US'} |
          azure_sql_db | {'schema_prefix':'a','host':'h','database':'d','auth_method':'EntraIDServicePrincipalSecret','tenant_id':'t'} |
          azure_sql_db | {'schema_prefix':'a','host':'h','database':'d','auth_method':'Password'} | User is missing
          azure_sql_db | {'schema_prefix':'a','host':'h','database':'d','auth_method':'Password','user':'u'} | Credentials are missing
          azure_sql_db | {'schema_prefix':'a','host':'h','database':'d','user':'u','password':'p'} |
          workday_adaptive | {'schema':'a','login':'l','password':'p'} |
          postgres     | {'schema_prefix':'a','user':'u','password':'p'} | Host is missing
          """)
  void ofConnectionsAskForWhatTheServiceNeeds(String service, String config, String failure) {
    api.post(
        "/destinations",
        json("{'group_id':'" + group + "','time_zone_offset':'0'," + WAREHOUSE + "}"));
    var created =
        api.post(
            "/connections",
            json(
                "{'group_id':'%s','service':'%s','run_setup_tests':false,'config':%s}"
                    .formatted(group, service, config)));

    var tested = api.post("/connections/" + created.data().path("id").asText() + "/test", "{}");

    var messages = tested.data().path("setup_tests").findValuesAsText("message");
    messages.removeIf(String::isEmpty);
    assertThat(String.join(", ", messages)).isEqualTo(failure == null ? "" : failure);
  }

  @Test
  void ofBigQueryPassWithFivetransOwnServiceAccount() {
    api.post(
        "/destinations",
        json(
            "{'group_id':'%s','time_zone_offset':'0','service':'big_query','config':{'project_id':'p','data_set_location':'US'}}"
                .formatted(group)));

    var tested = api.post("/destinations/" + group + "/test", "{}");

    assertThat(tested.data().path("setup_tests").findValuesAsText("status")).containsOnly("PASSED");
  }
}
