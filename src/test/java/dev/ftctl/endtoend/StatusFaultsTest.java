package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can't be read is never told as healthy.
class StatusFaultsTest {

  @TempDir Path folder;
  private WatchedFleet fleet;

  @BeforeEach
  void open() {
    fleet = new WatchedFleet(folder, "a g {}", "b h {}");
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/connections, 403, 77",
    "/groups, 403, 77",
    "/groups, 401, 77",
    "/connections, 400, 1",
    "/account/info, 403, 77",
  })
  void noDocumentOfAListThatCannotBeReadLooksLikeAGoodDay(String path, int status, int code) {
    fleet.faults(
        "[{'match':{'path':'%s$'},'then':{'status':%d,'body':{'code':'No','message':'none of <b>yours'}}}]"
            .formatted(path, status));

    for (String format : List.of("text", "json", "markdown", "html", "openmetrics")) {
      Ran ran = fleet.workspace.run("status", "--fail-on", "broken", "--format", format);

      assertThat(ran.code()).as("%s %s", format, ran).isEqualTo(code);
      assertThat(ran.err()).contains("none of <b>yours");
      String shown = ran.out().replaceAll("(?s)<(style|script)>.*?</\\1>", "");
      assertThat(shown).as("%s", format).doesNotContain("fine").doesNotContain("✓");
      assertThat(ran.out())
          .contains(
              switch (format) {
                case "text" -> "";
                case "json" -> "none of <b>yours";
                case "markdown" -> "### ✗ Fivetran: the connections could not be read";
                case "html" -> "none of &lt;b&gt;yours";
                default -> "\nfivetran_up 0\n";
              });
    }
  }

  /// The second page of a list is the list, too.
  @Test
  void serverThatIsAwayIsSaidSo() {
    fleet.faults("[{'match':{'path':'/connections$'},'then':{'drop':'before'}}]");

    Ran ran = fleet.workspace.with("FIVETRAN_API_URL", "http://127.0.0.1:9").run("status");

    assertThat(ran.code()).as("%s", ran).isEqualTo(69);
    assertThat(ran.out()).isEmpty();
  }

  /// A key that sees not every group: the list of groups lacks it, and that of connections doesn't.
  @Test
  void connectionOfAGroupThatNobodySeesGoesByTheGroupsId() {
    fleet.lab.sandbox().control().mergeAccount(SyncingCompany.json("{'groups':{'id_h':null}}"));

    Ran ran = fleet.workspace.succeed("status");

    assertThat(ran.out()).contains("connector/a@g ").contains("connector/b@id_h ");
    assertThat(fleet.workspace.succeed("status", "--group", "id_h").out())
        .contains("connector/b@id_h")
        .contains("1 connection in 1 group");
  }

  @Test
  void emptyAccountIsNoError() {
    fleet
        .lab
        .sandbox()
        .control()
        .mergeAccount(SyncingCompany.json("{'connections':{'id_a':null,'id_b':null}}"));

    assertThat(fleet.workspace.succeed("status", "--fail-on", "broken").out())
        .startsWith("0 connections in 0 groups: 0 broken");
  }
}
