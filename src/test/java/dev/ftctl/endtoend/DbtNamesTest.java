package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each naming family in each sort of warehouse: the tables that a connection brings are found
/// where dbt reads them, and no others.
class DbtNamesTest {

  /// A warehouse: what its document says, and what dbt calls its database.
  private record Place(String service, String config, String database, boolean isUpper) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("snowflake", "database: RAW", "RAW", true),
          new Place("big_query", "project_id: acme-raw", "acme-raw", false),
          new Place("redshift", "database: raw", "raw", false),
          new Place("postgres_warehouse", "database: raw", "raw", false),
          new Place("databricks", "catalog: main", "main", false),
          new Place("mysql_warehouse", "database: raw", "", false));

  /// A connection: what names it, and the tables that dbt reads, as `schema.table`.
  private record Family(String service, String config, String own, String others) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family("stripe", "schema: pay", "pay.charge", "payroll.charge"),
          new Family(
              "google_sheets", "schema: sheets, table: budget", "sheets.budget", "sheets.plan"),
          new Family("postgres", "schema_prefix: pg", "pg_public.users", "pg_sales_public.users"),
          new Family(
              "postgres", "schema_prefix: pg_sales", "pg_sales_public.users", "pg_public.users"),
          new Family(
              "s3", "schema: files, table_group_name: daily", "files.daily_orders", "file.orders"));

  @TempDir Path folder;

  @Test
  void tablesAreFoundByFamilyAndWarehouse() {
    try (var lab = new Lab()) {
      Workspace workspace = new Workspace(folder).reaching(lab.sandbox());
      workspace.file("manifests/all.yaml", manifests(false));
      workspace.succeed(
          "apply", "--auto-approve", "-q", "--run-setup-tests", "never", "--journal", "none");
      workspace.file("manifests/all.yaml", manifests(true));
      for (Place place : PLACES) {
        workspace.file("dbt.json", dbt(place).toString());
        Ran ran =
            workspace.run(
                "plan", "--dbt-manifest", "dbt.json", "--format", "json", "--max-deletes", "100");

        assertThat(found(ran.json(), place)).as(place.service()).isEqualTo(expected(place));
      }
    }
  }

  /// What each connection of a warehouse brings, as dbt names it.
  private static Map<String, List<String>> found(JsonNode plan, Place place) {
    Map<String, List<String>> found = new TreeMap<>();
    for (JsonNode change : plan.path("changes")) {
      String address = change.path("address").asText();
      if (address.endsWith("@" + place.service())) {
        found.put(address, change.at("/impact/sources").findValuesAsText("relation"));
      }
    }
    return found;
  }

  private static Map<String, List<String>> expected(Place place) {
    Map<String, List<String>> expected = new TreeMap<>();
    for (int family = 0; family < FAMILIES.size(); family++) {
      String relation = written(place, FAMILIES.get(family).own());
      expected.put(
          "connector/c" + family + "@" + place.service(),
          List.of((place.database().isEmpty() ? "" : place.database() + ".") + relation));
    }
    return expected;
  }

  private static String written(Place place, String name) {
    return place.isUpper() ? name.toUpperCase(Locale.ROOT) : name;
  }

  private static String manifests(boolean areAbsent) {
    var text = new StringBuilder();
    for (Place place : PLACES) {
      text.append(
          """
          kind: Group
          metadata: {name: %1$s}
          ---
          kind: Destination
          metadata: {name: %1$s}
          spec: {group: %1$s, service: %1$s, region: GCP_US_EAST4, time_zone_offset: "0", config: {%2$s}}
          ---
          """
              .formatted(place.service(), place.config()));
    }
    List<String> groups = PLACES.stream().map(Place::service).toList();
    for (int family = 0; family < FAMILIES.size(); family++) {
      text.append(
          """
          kind: Connector
          metadata: {name: c%d%s}
          spec: {service: %s, groups: %s, paused: true, config: {%s}}
          ---
          """
              .formatted(
                  family,
                  areAbsent ? ", absent: true" : "",
                  FAMILIES.get(family).service(),
                  groups,
                  FAMILIES.get(family).config()));
    }
    return text.substring(0, text.length() - "---\n".length());
  }

  /// Every table of every family, and one beside each.
  private static ObjectNode dbt(Place place) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("metadata")
        .put("dbt_schema_version", "https://schemas.getdbt.com/dbt/manifest/v12.json");
    ObjectNode sources = json.putObject("sources");
    for (Family family : FAMILIES) {
      for (String name : List.of(family.own(), family.others())) {
        String[] parts = written(place, name).split("\\.", -1);
        ObjectNode source = sources.putObject("source.x." + name.replace('.', '_'));
        if (place.database().isEmpty()) {
          source.putNull("database");
        } else {
          source.put("database", place.database());
        }
        source.put("schema", parts[0]).put("name", "t").put("identifier", parts[1]);
        // The same in a warehouse that nobody plans.
        ObjectNode other = source.deepCopy().put("database", "elsewhere");
        if (!place.database().isEmpty()) {
          sources.set("source.other." + name.replace('.', '_'), other);
        }
      }
    }
    return json;
  }
}
