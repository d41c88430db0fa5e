package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who changed it: each row of a table of base, manifests of now and account, tried on a number and
/// a text; and objects as a whole. All of it in one account and one run.
class DriftBaseTest {

  /// `-` is said by nobody; `=` is no difference.
  private static final String FIELDS =
      """
      base now live cause
      -    -   a    =
      -    -   b    =
      -    -   c    =
      -    a   a    =
      -    a   b    intended
      -    a   c    intended
      -    b   a    intended
      -    b   b    =
      -    b   c    intended
      a    -   a    =
      a    -   b    =
      a    -   c    =
      a    a   a    =
      a    a   b    drift
      a    a   c    drift
      a    b   a    intended
      a    b   b    =
      a    b   c    conflict
      b    -   a    =
      b    -   b    =
      b    -   c    =
      b    a   a    =
      b    a   b    intended
      b    a   c    conflict
      b    b   a    drift
      b    b   b    =
      b    b   c    drift
      """;

  /// `x` is described or there, `absent` says `absent: true`, `-` is neither.
  private static final String OBJECTS =
      """
      base   now    live cause
      x      x      -    drift
      -      x      -    intended
      absent x      -    intended
      x      x      x    =
      x      absent x    intended
      absent absent x    drift
      absent absent -    =
      x      -      x    intended
      x      -      -    =
      -      -      x    undescribed
      """;

  private static final Map<String, String> FREQUENCIES = Map.of("a", "60", "b", "360", "c", "1440");

  @TempDir Path folder;

  /// One row.
  ///
  /// @param name of the connection or group that it is tried on
  private record Row(String name, String base, String now, String live, String cause) {}

  @Test
  void everyRowIsTold() throws IOException, InterruptedException {
    List<Row> fields = rows("row", FIELDS);
    List<Row> objects = rows("object", OBJECTS);
    try (var lab = new Lab()) {
      var workspace = new Workspace(folder).reaching(lab.sandbox());
      workspace.file("manifests/all.yaml", manifests(fields, objects, 2));
      workspace.succeed("apply", "--auto-approve", "-q", "--journal", "none");
      workspace.file("manifests/all.yaml", manifests(fields, objects, 0));
      Repository.commit(folder);
      workspace.file("manifests/all.yaml", manifests(fields, objects, 1));

      Ran ran = workspace.run("drift", "--base", "HEAD", "--format", "json");

      assertThat(ran.code()).as("%s", ran).isEqualTo(2);
      Map<String, String> causes = causes(new JsonMapper().readTree(ran.out()));
      Map<String, String> expected = new TreeMap<>();
      for (Row row : fields) {
        expect(expected, "connector/" + row.name() + "@mill sync_frequency", row);
        expect(expected, "connector/" + row.name() + "@mill config.host", row);
      }
      objects.forEach(row -> expect(expected, "group/" + row.name() + " ", row));
      assertThat(causes).isEqualTo(expected);
      assertThat(fields.size() * 2 + objects.size()).isGreaterThanOrEqualTo(40);
    }
  }

  /// What is only intended ends with 0, and is told in words.
  @Test
  void intendedAloneIsNoDrift() throws IOException, InterruptedException {
    try (var mill = new DriftingMill(folder)) {
      Repository.commit(folder);
      String text = mill.workspace().read(DriftingMill.FILE);
      mill.workspace()
          .file(DriftingMill.FILE, text.replaceFirst("sync_frequency: 360", "sync_frequency: 60"));

      JsonNode report = mill.drift(0, "--base", "HEAD");

      assertThat(report.path("counts").path("intended").asInt()).isEqualTo(1);
      assertThat(report.path("drift").findValuesAsText("base_shown")).contains("360");
      assertThat(report.path("closing").asText()).contains("still to be applied");
    }
  }

  private static void expect(Map<String, String> expected, String about, Row row) {
    if (!row.cause().equals("=")) {
      expected.put(about, row.cause());
    }
  }

  private static Map<String, String> causes(JsonNode report) {
    Map<String, String> causes = new TreeMap<>();
    for (JsonNode one : report.path("drift")) {
      String address = one.path("address").asText();
      boolean isOurs = address.contains("row") || address.contains("object");
      if (isOurs && !one.path("class").asText().equals("normalised")) {
        causes.put(
            address + " " + one.path("field").asText(),
            one.path("cause").asText(one.path("what").asText()));
      }
    }
    return causes;
  }

  private static List<Row> rows(String name, String table) {
    var rows = new ArrayList<Row>();
    for (String line : table.lines().skip(1).toList()) {
      String[] cells = line.split(" +", -1);
      rows.add(new Row(name + rows.size(), cells[0], cells[1], cells[2], cells[3]));
    }
    return rows;
  }

  /// @param column of the table: 0 for the base, 1 for now, 2 for what the account is to have
  private static String manifests(List<Row> fields, List<Row> objects, int column) {
    String connections =
        fields.stream()
            .map(row -> connection(row.name(), cell(row, column)))
            .collect(Collectors.joining());
    String groups =
        objects.stream()
            .map(row -> group(row.name(), cell(row, column)))
            .collect(Collectors.joining());
    return """
    kind: Group
    metadata: {name: mill}
    ---
    kind: Destination
    metadata: {name: mill}
    spec:
      group: mill
      service: snowflake
      region: GCP_US_EAST4
      time_zone_offset: "-5"
      config: {host: mill.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}
    """
        + connections
        + groups;
  }

  private static String cell(Row row, int column) {
    return List.of(row.base(), row.now(), row.live()).get(column);
  }

  private static String connection(String name, String value) {
    boolean isSaid = !value.equals("-");
    return """
    ---
    kind: Connector
    metadata: {name: %s}
    spec:
      service: postgres
      groups: [mill]
      paused: true
    %s  config: {schema_prefix: %s, %sport: 5432, database: grain, user: fivetran, password: a-database-password}
    """
        .formatted(
            name,
            isSaid ? "  sync_frequency: " + FREQUENCIES.get(value) + "\n" : "",
            name,
            isSaid ? "host: " + value + "-" + name + ".internal, " : "");
  }

  private static String group(String name, String value) {
    return value.equals("-")
        ? ""
        : "---\nkind: Group\nmetadata: {name: %s%s}\n"
            .formatted(name, value.equals("absent") ? ", absent: true" : "");
  }
}
