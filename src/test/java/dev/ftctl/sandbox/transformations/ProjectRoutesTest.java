package dev.ftctl.sandbox.transformations;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectRoutesTest {
  private static final String CONFIG =
      "'project_config':{'dbt_version':'1.9.4','default_schema':'marts',"
          + "'git_remote_url':'git@git.test:acme/dbt.git'";
  private static final String PROD = "'group_id':'prod','type':'DBT_CORE'," + CONFIG;

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @BeforeEach
  void seed() {
    fixture.group("prod");
    fixture.group("test");
    control(
        "{'destinations':{'prod':{'id':'prod','group_id':'prod','service':'snowflake',"
            + "'setup_status':'connected'}}}");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void isMadeListedChangedTestedAndDeleted() {
    var created = create(PROD + ",'environment_vars':['DBT_TARGET=prod']}");
    assertThat(created.line())
        .isEqualTo("201 Success: Transformation project created successfully");
    assertThat(created.data().path("status").asText()).isEqualTo("NOT_READY");
    assertThat(created.data().has("setup_tests")).isFalse();
    assertThat(created.data().at("/project_config/public_key").asText()).startsWith("ssh-rsa ");
    var path = "/transformation-projects/" + created.data().path("id").asText();

    var item = api.get("/transformation-projects").data().at("/items/0");
    assertThat(item.properties().stream().map(java.util.Map.Entry::getKey))
        .containsExactly("id", "type", "created_at", "created_by_id", "group_id");

    var changed =
        api.patch(
            path,
            json(
                "{'run_tests':true,'project_config':{'git_branch':'main','threads':8,"
                    + "'dbt_version':'1.10','environment_vars':[]}}"));
    assertThat(changed.line())
        .isEqualTo("200 Success: Transformation project updated successfully");
    assertThat(changed.data().at("/setup_tests/0/status").asText()).isEqualTo("PASSED");
    var details = api.get(path).data();
    assertThat(details.path("status").asText()).isEqualTo("READY");
    assertThat(details.at("/project_config/dbt_version").asText()).isEqualTo("1.9.4");
    assertThat(details.at("/project_config/environment_vars")).isEmpty();
    assertThat(details.at("/project_config/git_branch").asText()).isEqualTo("main");

    assertThat(api.delete(path).line()).startsWith("200 Success: Transformation project with id '");
    assertThat(api.get(path).line()).startsWith("404 NotFound: ");
  }

  @Test
  void isReadyOnceItsTestsPass() {
    control(
        "{'project_tests':{'prod':{'status':'NOT_READY','errors':['Permission denied'],'times':1},"
            + "'*':{'status':'ERROR'}}}");
    var created = create(PROD + "},'run_tests':true").data();
    assertThat(created.path("status").asText()).isEqualTo("NOT_READY");
    assertThat(created.at("/errors/0").asText()).isEqualTo("Permission denied");
    assertThat(created.at("/setup_tests/0/message").asText()).isEqualTo("Permission denied");

    var path = "/transformation-projects/" + created.path("id").asText();
    var tested = api.post(path + "/test", "");
    assertThat(tested.line())
        .isEqualTo("200 Success: Transformation project test completed successfully");
    assertThat(tested.data().path("status").asText()).isEqualTo("READY");
    assertThat(tested.data().path("errors")).isEmpty();
    assertThat(api.get(path).data().path("status").asText()).isEqualTo("READY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'group_id':'none','type':'DBT_CORE' | 404 NotFound_Group: Group with id 'none' does not"
            + " exist.",
        "'group_id':'test','type':'DBT_CORE' | 400 InvalidInput: Destination must be CONNECTED",
        "'group_id':'prod' | 400 InvalidInput: Field 'type' is required",
        "'group_id':'prod','type':'DBT_CLOUD' | 400 InvalidInput: Invalid value 'DBT_CLOUD' for"
            + " field 'type'",
        "'group_id':'prod','type':'DBT_CORE' | 400 InvalidInput: Field 'dbt_version' is required",
        PROD + ",'threads':0} | 400 InvalidInput: Invalid value '0' for field 'threads'",
        PROD
            + ",'environment_vars':['PGPASS=x']} | 400 InvalidInput: Environment variable 'PGPASS'"
            + " must be DBT_NAME=value",
      })
  void refusesWhatIsNone(String body, String refusal) {
    assertThat(create(body).line()).isEqualTo(refusal);
    assertThat(api.get("/transformation-projects").data().path("items")).isEmpty();
  }

  private ApiClient.Answer create(String body) {
    return api.post("/transformation-projects", json("{" + body + "}"));
  }

  private void control(String nodes) {
    assertThat(api.patch("/_sandbox/account", json(nodes)).status()).isEqualTo(200);
  }
}
