package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.render.English;
import dev.ftctl.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How connections are, in the order in which somebody has to look at them.
class StatusTest {

  @TempDir Path folder;
  private WatchedFleet fleet;

  private Workspace with(String... connections) {
    fleet = new WatchedFleet(folder, connections);
    return fleet.workspace;
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void everyStateIsToldTheWorstFirst() {
    Ran ran = with(WatchedFleet.EVERY).succeed("status");

    Golden.check("status/every.txt", ran.out());
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void quietLeavesOutWhatIsFine() {
    String out = with(WatchedFleet.EVERY).succeed("status", "-q").out();

    assertThat(out).contains("connector/idle@us").contains("connector/warned@us");
    assertThat(out).doesNotContain("connector/good@eu").contains("2 fine.");
  }

  /// What one is beside its headline counts for those who ask for that. In columns: what it has
  /// beside what a healthy one has; what it counts as; all that it is; whether a reason is told.
  private static final String CASES =
      """
      {} | fine | fine | -
      {'succeeded_at':'-181m'} | stale | stale | told
      {'succeeded_at':'-179m'} | fine | fine | -
      {'succeeded_at':'-71m','sync_frequency':5} | stale | stale | told
      {'succeeded_at':'-69m','sync_frequency':5} | fine | fine | -
      {'succeeded_at':'-9d','schedule_type':'manual'} | fine | fine | -
      {'succeeded_at':'-9d','paused':true} | paused | paused | -
      {'succeeded_at':null} | never_synced | never_synced | -
      {'succeeded_at':null,'status':{'sync_state':'syncing'}} | never_synced | never_synced syncing | -
      {'succeeded_at':null,'paused':true} | paused | paused never_synced | -
      {'failed_at':'-1m'} | broken | broken | told
      {'failed_at':'-1m','paused':true} | paused | paused | told
      {'failed_at':'-11m'} | fine | fine | -
      {'paused':true,'status':{'setup_state':'broken','update_state':'delayed'}} | broken | broken delayed paused | told
      {'status':{'setup_state':null}} | unknown | unknown | told
      {'status':{'setup_state':'CONNECTED'}} | unknown | unknown | told
      {'status':{'sync_state':'dreaming'}} | unknown | unknown | told
      {'status':{'update_state':'someday'}} | unknown | unknown | told
      {'status':{'update_state':null}} | fine | fine | -
      {'status':null} | unknown | unknown | told
      """;

  @Test
  void whatItIsFollowsFromWhatFivetranTells() {
    List<String[]> cases = CASES.lines().map(line -> line.split(" *[|] *")).toList();
    String[] connections =
        IntStream.range(0, cases.size())
            .mapToObj(i -> "c" + i + " g " + cases.get(i)[0])
            .toArray(String[]::new);

    JsonNode items = with(connections).succeed("status", "--format", "json").json().get("items");

    assertThat(items).hasSize(cases.size());
    for (JsonNode item : items) {
      String[] wanted = cases.get(Integer.parseInt(item.get("id").asText().substring(4)));
      assertThat(item.path("health").asText()).as("%s", item).isEqualTo(wanted[1]);
      assertThat(item.path("conditions"))
          .as("%s", item)
          .extracting(JsonNode::asText)
          .containsExactly(wanted[2].split(" "));
      boolean isTold = !item.path("reasons").isEmpty();
      assertThat(isTold).as("%s", item).isEqualTo(wanted[3].equals("told"));
    }
  }

  @Test
  void C12_oneConnectionIsTold() {
    Workspace workspace = with(WatchedFleet.EVERY);

    for (String name : List.of("connector/dead@eu", "dead@eu", "dead", "id_dead")) {
      String out = workspace.succeed("status", name).out();

      assertThat(out)
          .contains("✗ broken  connector/dead@eu  postgres  3 d ago       2 h ago       every 1 h")
          .contains("reconnect: Reconnect (No route to db.)")
          .contains("1 connection in 1 group: 1 broken, 0 unknown");
    }
  }

  @Test
  void C13_threeThousandConnectionsCostFourLists() {
    Workspace workspace =
        with(
            IntStream.range(0, 3000)
                .mapToObj(
                    i -> "c" + i + " g" + i % 40 + " " + (i == 2999 ? "{'failed_at':'-1m'}" : "{}"))
                .toArray(String[]::new));

    Ran ran = workspace.run("status", "-q", "--fail-on", "broken");

    assertThat(ran.code()).as("%s", ran).isEqualTo(3);
    assertThat(ran.out()).contains("connector/c2999@g39").contains("2999 fine.");
    assertThat(fleet.lists()).isEqualTo(4);
    assertThat(fleet.lab.sandbox().requests()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          --status broken            ; dead
          --setup-state incomplete   ; begun
          --sync-state syncing       ; busy
          --paused                   ; idle
          --group eu --status paused ;
          --group eu --service postgres ; dead begun old new waits good
          connector/*a*@us           ; failing strange late warned
          id_old id_new              ; old new
          """)
  void C14_connectionsInAStateAreTold(String line, String names) {
    JsonNode json =
        with(WatchedFleet.EVERY).succeed(("status --format json " + line).split(" +")).json();

    assertThat(StreamSupport.stream(json.get("items").spliterator(), false))
        .extracting(item -> item.get("id").asText().substring(3))
        .containsExactlyInAnyOrder(names == null ? new String[0] : names.split(" "));
    assertThat(fleet.lists()).isEqualTo(2);
  }

  @Test
  void jobFailsForWhatItIsAskedToInEveryFormat() {
    Workspace workspace = with(WatchedFleet.EVERY);

    for (String format : List.of("text", "json", "markdown", "html", "openmetrics")) {
      Ran ran = workspace.run("status", "--fail-on", "BROKEN,paused", "--format", format);

      assertThat(ran.code()).as("%s", ran).isEqualTo(3);
    }
    assertThat(workspace.succeed("status").code()).isZero();
    for (String wrong : List.of("brokn", "fine", "syncing", "broken,nonsense")) {
      assertThat(workspace.run("status", "--fail-on", wrong).code()).as(wrong).isEqualTo(64);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "broken, failing",
    "incomplete, begun",
    "delayed, late",
    "stale, old",
    "paused, idle"
  })
  void jobFailsForOneOfManyAndNotWithoutIt(String state, String name) {
    Workspace workspace = with(WatchedFleet.EVERY);

    Ran found = workspace.run("status", "good", "busy", name, "--fail-on", state);
    Ran none = workspace.run("status", "good", "busy", "--fail-on", state);

    assertThat(found.code()).isEqualTo(3);
    assertThat(found.err()).contains("--fail-on " + state + ": 1 connection: connector/" + name);
    assertThat(none.code()).isZero();
    assertThat(none.err()).isEmpty();
  }

  /// Nobody knows that it is not what the job fails for.
  @Test
  void whatNobodyCanJudgeFailsTheJob() {
    Ran ran = with(WatchedFleet.EVERY).run("status", "strange", "--fail-on", "paused");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("connector/strange@us (unknown)");
  }

  @ParameterizedTest
  @CsvSource({
    "status nosuch, nothing in the account is called nosuch",
    "status --group ue, did you mean 'eu'?",
    "status --history 8d, no more than the last 7 days",
    "status --history x, is no duration",
    "status -l team=data, no connection's manifest has the labels",
    "status --watch --format json, --watch prints lines for people",
    "status --watch --history 1d, --watch prints lines for people",
    "status --format yaml, 'status prints text, json, markdown, html or openmetrics'",
    "status group/eu, group/eu is of the kind group"
  })
  void wrongLinesAreErrors(String line, String said) {
    Ran ran = with(WatchedFleet.EVERY).run(line.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains(said);
    assertThat(ran.out()).doesNotContain("items");
  }

  @Test
  void narrowWindowLosesColumnsAndNoConnection() {
    Workspace workspace = with(WatchedFleet.EVERY).with("NO_COLOR", "1");

    String out = workspace.runOnTerminal("status").out();

    assertThat(out.lines()).allMatch(line -> English.length(line) <= 80);
    assertThat(out).doesNotContain("SETUP").contains("LAST FAILURE").contains("connector/good@eu");
    assertThat(workspace.runOnTerminal("status", "-q").out()).contains("connector/idle@us");
  }

  @Test
  void columnsStandBelowOneAnotherInAnyScript() {
    String out = with("größe_日本語 eu {}", "plain eu {}").succeed("status").out();

    assertThat(
            out.lines()
                .filter(line -> line.contains(" postgres "))
                .map(line -> English.length(line.substring(0, line.indexOf(" postgres ")))))
        .hasSize(2)
        .containsOnly(English.length("✓ fine  connector/größe_日本語@eu "));
  }
}
