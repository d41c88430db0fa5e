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

class TransformationRoutesTest {
  private static final String STEPS = "'steps':[{'name':'build','command':'dbt build'}]";
  private static final String DBT =
      "'type':'DBT_CORE','transformation_config':{'project_id':'dbt','name':'daily'," + STEPS + "}";
  private static final String QUICK =
      "'type':'QUICKSTART','transformation_config':{'connection_ids':['git']}";
  private static final String WHEN = ",'schedule':{'schedule_type':'INTEGRATED'}";

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @BeforeEach
  void seed() {
    fixture.group("prod");
    fixture.group("test");
    control(
        """
        {'transformation_projects':{'dbt':{'group_id':'prod'},
           'raw':{'group_id':'prod','status':'NOT_READY'}},
         'connections':{'git':{'id':'git','group_id':'prod','service':'github','schema':'git'},
           'other':{'id':'other','group_id':'test','service':'github','schema':'git'},
           'pg':{'id':'pg','group_id':'prod','service':'postgres','schema':'pg'}}}\
        """);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void runsAProjectsStepsAndIsChangedAndDeleted() {
    var created = create(DBT + ",'paused':true" + WHEN);
    assertThat(created.line()).isEqualTo("201 Success: Transformation created successfully");
    var path = "/transformations/" + created.data().path("id").asText();
    assertThat(created.data().path("status").asText()).isEqualTo("NEW");
    assertThat(created.data().path("paused").asBoolean()).isTrue();
    assertThat(created.data().at("/schedule/interval").asInt(-1)).isZero();

    var changed =
        api.patch(
            path,
            json(
                "{'paused':false,'transformation_config':{'name':'hourly'},"
                    + "'schedule':{'schedule_type':'INTERVAL','interval':60,'smart_syncing':true,"
                    + "'connection_ids':['pg']}}"));
    assertThat(changed.line()).isEqualTo("200 Success: Transformation updated successfully");
    assertThat(changed.data()).isEqualTo(api.get(path).data());
    assertThat(changed.data().at("/transformation_config/name").asText()).isEqualTo("hourly");
    assertThat(changed.data().at("/transformation_config/steps/0/command").asText())
        .isEqualTo("dbt build");
    assertThat(changed.data().at("/schedule/connection_ids/0").asText()).isEqualTo("pg");
    assertThat(ids("?project_id=dbt")).isEqualTo(ids("?group_id=prod")).isNotEmpty();
    assertThat(ids("?group_id=test")).isEmpty();

    control("{'transformation_projects':{'dbt':{'status':'ERROR'}}}");
    var name = "{'transformation_config':{'name':'daily','package_name':null}}";
    assertThat(api.patch(path, json(name)).status()).isEqualTo(200);

    assertThat(api.delete(path).line()).startsWith("200 Success: Transformation with id '");
    assertThat(api.get(path).line()).startsWith("404 NotFound: ");
  }

  @Test
  void quickstartTakesItsPackageFromItsConnectionAndIsUpgraded() {
    var created = create(QUICK + WHEN);
    var path = "/transformations/" + created.data().path("id").asText();
    assertThat(created.data().at("/transformation_config/package_name").asText())
        .isEqualTo("github");
    assertThat(created.data().path("output_model_names")).hasSize(2);
    assertThat(created.data().at("/transformation_config/upgrade_available").asBoolean()).isFalse();

    control(
        "{'transformation_packages':{'github':{'version':'2.0.0','configurable_variables':"
            + "{'days':{'type':'INTEGER'},'mode':{'type':'STRING','allowed_values':['a','b']}}}}}");
    assertThat(api.get(path).data().at("/transformation_config/upgrade_available").asBoolean())
        .isTrue();
    assertThat(api.post(path + "/upgrade", "").line())
        .isEqualTo("200 Success: Transformation package has been upgraded");
    assertThat(api.get(path).data().at("/transformation_config/upgrade_available").asBoolean())
        .isFalse();

    var config = "{'excluded_models':['github__overview'],'configurable_variables':{'days':3}}";
    var changed = api.patch(path, json("{'transformation_config':" + config + "}")).data();
    assertThat(changed.path("output_model_names").findValuesAsText("")).isEmpty();
    assertThat(changed.path("output_model_names").toString())
        .isEqualTo("[\"github__daily_overview\"]");
    assertThat(changed.at("/transformation_config/configurable_variables/days").asInt())
        .isEqualTo(3);
    assertThat(variable(path, "{'days':'3'}"))
        .isEqualTo("400 InvalidInput: Invalid value \"3\" for variable 'days'");
    assertThat(variable(path, "{'mode':'c'}"))
        .isEqualTo("400 InvalidInput: Invalid value \"c\" for variable 'mode'");
    assertThat(variable(path, "{'mood':1}"))
        .isEqualTo("400 InvalidInput: Package 'github' has no variable 'mood'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':'DBT'" + WHEN + " | 400 InvalidInput: Invalid value 'DBT' for field 'type'",
        "'type':'DBT_CORE' | 400 InvalidInput: Field 'schedule' is required",
        "'type':'DBT_CORE','transformation_config':{'project_id':'none'}"
            + WHEN
            + " | 404 NotFound: Transformation project with id 'none' is not found",
        "'type':'DBT_CORE','transformation_config':{'project_id':'raw'}"
            + WHEN
            + " | 409 IllegalState: Transformation project with id 'raw' is not ready",
        "'type':'DBT_CORE','transformation_config':{'project_id':'dbt','name':'n'}"
            + WHEN
            + " | 400 InvalidInput: Field 'steps' is required",
        "'type':'DBT_CORE','transformation_config':{'package_name':'github'}"
            + WHEN
            + " | 400 InvalidInput: Field 'package_name' is not supported by transformations of"
            + " type DBT_CORE",
        "'type':'QUICKSTART','transformation_config':{'package_name':'github'}"
            + WHEN
            + " | 400 InvalidInput: Field 'connection_ids' is required",
        "'type':'QUICKSTART','transformation_config':{'connection_ids':['none']}"
            + WHEN
            + " | 404 NotFound_Connector: Connector with id 'none' does not exist.",
        "'type':'QUICKSTART','transformation_config':{'connection_ids':['pg']}"
            + WHEN
            + " | 400 InvalidInput: No package supports connections of service 'postgres'",
        "'type':'QUICKSTART','transformation_config':{'package_name':'github',"
            + "'connection_ids':['git','pg']}"
            + WHEN
            + " | 400 InvalidInput: Package 'github' doesn't support connections of service"
            + " 'postgres'",
        "'type':'QUICKSTART','transformation_config':{'connection_ids':['git','other']}"
            + WHEN
            + " | 400 InvalidInput: All connections must be in the same group",
        "'type':'QUICKSTART','transformation_config':{'connection_ids':['git'],"
            + "'excluded_models':['none']}"
            + WHEN
            + " | 400 InvalidInput: Package 'github' has no model 'none'",
      })
  void refusesWhatIsNone(String body, String refusal) {
    assertThat(create(body).line()).isEqualTo(refusal);
    assertThat(api.get("/transformations").data().path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'schedule_type':'DAILY' | Invalid value 'DAILY' for field 'schedule_type'",
        "'schedule_type':'TIME_OF_DAY','time_of_day':'06:15'"
            + " | Invalid value '06:15' for field 'time_of_day'",
        "'schedule_type':'TIME_OF_DAY' | Field 'time_of_day' is required for schedule type"
            + " TIME_OF_DAY",
        "'schedule_type':'INTERVAL','interval':0"
            + " | Field 'interval' is required for schedule type INTERVAL",
        "'schedule_type':'CRON','cron':['daily'] | Invalid value 'daily' for field 'cron'",
        "'schedule_type':'CRON','cron':['0 6 * * *'],'smart_syncing':true"
            + " | Field 'smart_syncing' is not supported by schedule type CRON",
        "'schedule_type':'INTEGRATED','days_of_week':['FUNDAY']"
            + " | Invalid value 'FUNDAY' for field 'days_of_week'",
        "'schedule_type':'INTEGRATED','connection_ids':['other']"
            + " | Connection with id 'other' is not in the group of the project",
      })
  void refusesASchedule(String schedule, String refusal) {
    assertThat(create(DBT + ",'schedule':{" + schedule + "}").line())
        .isEqualTo("400 InvalidInput: " + refusal);
  }

  @Test
  void waitsInNoCircleAndStaysWhileOthersWaitForIt() {
    var first = create(DBT + WHEN).data().path("id").asText();
    var after = "'schedule':{'schedule_type':'INTEGRATED','transformation_ids':['%s']}";
    var second = create(DBT + "," + after.formatted(first)).data().path("id").asText();

    assertThat(
            api.patch("/transformations/" + first, json("{" + after.formatted(second) + "}"))
                .line())
        .isEqualTo(
            "400 InvalidInput: Transformation with id '"
                + second
                + "' depends on this transformation");
    assertThat(api.delete("/transformations/" + first).line())
        .startsWith("409 Conflict: Transformation with id '" + first + "' is in the schedule of");
    assertThat(api.delete("/transformation-projects/dbt").line())
        .isEqualTo("409 Conflict: Transformation project with id 'dbt' has transformations");
    assertThat(api.delete("/transformations/" + second).status()).isEqualTo(200);
    assertThat(api.delete("/transformations/" + first).status()).isEqualTo(200);
    assertThat(api.delete("/transformation-projects/dbt").status()).isEqualTo(200);
  }

  @Test
  void losesConnectionsThatAreGoneAndGoesWithItsGroup() {
    var quick = "/transformations/" + create(QUICK + WHEN).data().path("id").asText();

    api.delete("/connections/git");

    var blocked = api.get(quick).data();
    assertThat(blocked.path("status").asText()).isEqualTo("BLOCKED");
    assertThat(blocked.at("/transformation_config/connection_ids")).isEmpty();
    api.delete("/connections/pg");
    assertThat(api.delete("/groups/prod").status()).isEqualTo(200);
    assertThat(api.get("/transformations").data().path("items")).isEmpty();
    assertThat(api.get("/transformation-projects").data().path("items")).isEmpty();
  }

  @Test
  void packagesAreListedByServiceAndName() {
    control("{'transformation_packages':{'ours':{'connector_types':['postgres','mysql']}}}");

    assertThat(
            api.get("/transformations/package-metadata?service=mysql")
                .data()
                .at("/items/0/id")
                .asText())
        .isEqualTo("ours");
    assertThat(api.get("/transformations/package-metadata?name=github").data().path("items"))
        .hasSize(1);
    assertThat(api.get("/transformations/package-metadata?limit=2").data().has("next_cursor"))
        .isTrue();
    assertThat(api.get("/transformations/package-metadata/github").data().path("version").asText())
        .isEqualTo("1.0.0");
    assertThat(api.get("/transformations/package-metadata/none").line())
        .isEqualTo("404 NotFound: Transformation package with id 'none' is not found");
  }

  private String variable(String path, String variables) {
    return api.patch(
            path, json("{'transformation_config':{'configurable_variables':" + variables + "}}"))
        .line();
  }

  private ApiClient.Answer create(String body) {
    return api.post("/transformations", json("{" + body + "}"));
  }

  private java.util.List<String> ids(String query) {
    return api.get("/transformations" + query).data().path("items").findValuesAsText("id");
  }

  private void control(String nodes) {
    assertThat(api.patch("/_sandbox/account", json(nodes)).status()).isEqualTo(200);
  }
}
