package dev.ftctl.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ftctl.kind.Interest;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Values;
import dev.ftctl.testing.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An account that no manifest describes, read as far as a scope explores it.
class ReadScopeTest {

  private static final ReadScope LISTS = ReadScope.of(List.of());

  private static final Interest.Broad WHOLE = new Interest.Whole();

  private static final Resource GROUP = Wanted.of("group/prod", Map.of("name", "prod"));

  private static final Resource WAREHOUSE =
      Wanted.of(
          "destination/prod",
          Map.of(
              "group", "prod",
              "service", "snowflake",
              "region", "GCP_US_EAST4",
              "time_zone_offset", "-5",
              "config",
                  Map.of(
                      "host", "acme.snowflakecomputing.com",
                      "port", 443,
                      "database", "RAW",
                      "auth", "PASSWORD",
                      "user", "LOADER",
                      "password", Wanted.secret("env:WAREHOUSE_PASSWORD", "s3cret-warehouse"))));

  private static final Resource ANA =
      Wanted.of(
          "user/ana@example.com",
          Map.of(
              "email", "ana@example.com",
              "given_name", "Ana",
              "family_name", "Ruiz",
              "groups", Map.of("group/prod", "Destination Analyst")));

  private static final Resource TEAM =
      Wanted.of(
          "team/data",
          Map.of(
              "name", "data",
              "groups", Map.of("group/prod", "Destination Administrator"),
              "users", Map.of("user/ana@example.com", "Team Member")));

  private final Lab lab = new Lab();

  @BeforeEach
  void fillTheAccount() {
    lab.apply(GROUP, WAREHOUSE, ANA, TEAM, connector("orders", false), settings());
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void listsAloneTellNoDetails() {
    List<Live> objects = unmanaged(LISTS);

    assertThat(objects)
        .extracting(Live::kind)
        .contains("group", "destination", "connector", "user", "team")
        .doesNotContain("schema-settings");
    assertThat(only(objects, "connector").fields().get("config").isAbsent()).isTrue();
    assertThat(only(objects, "team").fields().get("users").isAbsent()).isTrue();
    assertThat(reads()).allMatch(path -> path.matches("/v1/(account/info|[a-z]+)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"connector", "destination"})
  void wholeObjectHasTheConfigurationThatTheListLeavesOut(String kind) {
    Live object = only(unmanaged(LISTS.exploring(kind, WHOLE)), kind);

    assertThat(object.fields().mapping("config").text("password")).isEqualTo("******");
    assertThat(reads()).filteredOn(path -> path.endsWith("/" + object.id())).hasSize(1);
  }

  @Test
  void wholeTeamHasAllItsMemberships() {
    Live team = only(unmanaged(LISTS.exploring("team", WHOLE)), "team");

    assertThat(team.fields().mapping("groups").entries().values())
        .containsExactly(Value.text("Destination Administrator"));
    assertThat(team.fields().mapping("users").entries().values())
        .containsExactly(Value.text("Team Member"));
    assertThat(team.fields().get("connectors")).isEqualTo(Value.Mapping.EMPTY);
  }

  @Test
  void wholeUserHasAllItsMemberships() {
    Live ana =
        unmanaged(LISTS.exploring("user", WHOLE)).stream()
            .filter(other -> other.label().equals("ana@example.com"))
            .findFirst()
            .orElseThrow();

    assertThat(ana.fields().mapping("groups").entries().values())
        .containsExactly(Value.text("Destination Analyst"));
    assertThat(ana.fields().get("connectors")).isEqualTo(Value.Mapping.EMPTY);
  }

  @Test
  void objectThatNoPolicyRulesIsWholeWhereDeviationsAreAsked() {
    Live team = only(unmanaged(LISTS.exploring("team", new Interest.Deviations(""))), "team");

    assertThat(team.fields().mapping("users").entries()).hasSize(1);
  }

  @Test
  void wholeSettingsAreEveryTableInOneCall() {
    Live settings = only(unmanaged(LISTS.exploring("schema-settings", WHOLE)), "schema-settings");

    Value.Mapping tables = settings.fields().mapping("schemas").mapping("public").mapping("tables");
    assertThat(settings.label()).isEqualTo("orders");
    assertThat(tables.entries()).containsKeys("users", "orders", "audit_log");
    assertThat(reads()).filteredOn(path -> path.contains("/schemas")).hasSize(1);
  }

  @Test
  void deviatingSettingsAreThoseThatTheirPolicyWouldNotHaveLeftSo() {
    Live settings =
        only(
            unmanaged(LISTS.exploring("schema-settings", new Interest.Deviations(""))),
            "schema-settings");

    assertThat(settings.fields().mapping("schemas").mapping("public").mapping("tables").entries())
        .containsOnlyKeys("users");
    assertThat(enabledColumns(settings)).isEqualTo(Values.mapping("{ssn: false}"));
  }

  @Test
  void deviationsFromAnotherPolicyAreOthers() {
    Live settings =
        only(
            unmanaged(LISTS.exploring("schema-settings", new Interest.Deviations("BLOCK_ALL"))),
            "schema-settings");

    assertThat(settings.fields().mapping("schemas").mapping("public").mapping("tables").entries())
        .containsKeys("users", "orders", "audit_log");
    assertThat(enabledColumns(settings)).isEqualTo(Values.mapping("{}"));
  }

  @Test
  void connectionWithoutSettingsHasNoSuchPart() {
    lab.apply(GROUP, WAREHOUSE, connector("sales", true));

    List<Live> objects = unmanaged(LISTS.exploring("schema-settings", WHOLE));

    assertThat(objects)
        .filteredOn(other -> other.kind().equals("schema-settings"))
        .extracting(Live::label)
        .containsExactly("orders");
    assertThat(objects).filteredOn(other -> other.kind().equals("connector")).hasSize(2);
  }

  @Test
  void describedObjectsAreReadAsFarAsTheirDocumentsNameThem() {
    Resource named = Wanted.of("team/data", Map.of("name", "data", "users", Map.of()));

    Snapshot snapshot = snapshot(ReadScope.of(List.of(named)).exploring("user", WHOLE));

    Value.Mapping team = snapshot.find(named.address()).orElseThrow().fields();
    assertThat(team.mapping("users").entries()).hasSize(1);
    assertThat(team.get("groups").isAbsent()).isTrue();
  }

  @Test
  void listThatNothingNeedsMayBeDenied() {
    deny("/v1/connections");

    assertThat(unmanaged(LISTS)).noneMatch(other -> other.kind().equals("connector"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"connector", "schema-settings"})
  void listOfWhatIsExploredMayNot(String kind) {
    deny("/v1/connections");

    assertThatThrownBy(() -> unmanaged(LISTS.exploring(kind, WHOLE)))
        .isInstanceOf(ApiException.class);
  }

  private Snapshot snapshot(ReadScope scope) {
    return Snapshot.take(lab.account(false), Wanted.KINDS, scope, ReadingObserver.NONE);
  }

  private List<Live> unmanaged(ReadScope scope) {
    return snapshot(scope).unmanaged();
  }

  private static Live only(List<Live> objects, String kind) {
    List<Live> ofKind = objects.stream().filter(one -> one.kind().equals(kind)).toList();
    assertThat(ofKind).hasSize(1);
    return ofKind.getFirst();
  }

  private static Value.Mapping enabledColumns(Live settings) {
    var enabled = new LinkedHashMap<String, Value>();
    settings
        .fields()
        .mapping("schemas")
        .mapping("public")
        .mapping("tables")
        .mapping("users")
        .mapping("columns")
        .entries()
        .forEach((name, column) -> enabled.put(name, ((Value.Mapping) column).get("enabled")));
    return Value.Mapping.of(enabled);
  }

  private List<String> reads() {
    return lab.sandbox().requests().stream().map(RequestRecord::path).toList();
  }

  private void deny(String path) {
    var rules = JsonNodeFactory.instance.arrayNode();
    var rule = rules.addObject();
    rule.putObject("match").put("path", path);
    rule.putObject("then").put("status", 403);
    lab.sandbox().control().faults(rules);
  }

  private static Resource connector(String schema, boolean isPaused) {
    return Wanted.of(
        "connector/" + schema + "@prod",
        Map.of(
            "service",
            "postgres",
            "group",
            "prod",
            "paused",
            isPaused,
            "config",
            Map.of(
                "schema_prefix",
                schema,
                "host",
                "db.internal",
                "port",
                5432,
                "database",
                schema,
                "user",
                "fivetran",
                "password",
                Wanted.secret("env:ORDERS_PASSWORD", "s3cret-orders"))));
  }

  private static Resource settings() {
    return Wanted.of(
        "schema-settings/orders@prod",
        Map.of(
            "connector",
            "orders@prod",
            "schema_change_handling",
            "ALLOW_ALL",
            "schemas",
            Map.of(
                "public",
                Map.of(
                    "tables",
                    Map.of("users", Map.of("columns", Map.of("ssn", Map.of("enabled", false))))))));
  }
}
