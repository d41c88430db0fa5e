package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On a terminal a slow run shows how far it is; elsewhere, and in its result, nothing changes.
class ProgressTest {

  private static final String CLICKS = "manifests/shop/clickstream.yaml";
  private static final String ERASED = "\r\u001b[K";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void applyShowsABarAndTheResultIsTheSame() throws JsonProcessingException {
    Workspace workspace = drifted();
    slow("PATCH", "/v1/connections/[^/]+$");

    Ran ran = workspace.onTerminal().succeed("apply", "--auto-approve");
    workspace.edit(CLICKS, "sync_frequency: 30", "sync_frequency: 15");
    workspace.succeed("apply", "--auto-approve", "-q");
    workspace.edit(CLICKS, "sync_frequency: 15", "sync_frequency: 30");
    Ran plain = workspace.offTerminal().succeed("apply", "--auto-approve");

    assertThat(ran.err())
        .contains("Applying", " 0/1 (", "connector/clickstr", ERASED)
        .doesNotContain("done ")
        .endsWith(ERASED);
    assertThat(ran.out()).isEqualTo(plain.out());
    assertThat(plain.err())
        .isEqualTo("done         connector/clickstream@analytics_prod: update\n");
  }

  @Test
  void planShowsABarWhileItReads() throws JsonProcessingException {
    slow("GET", "/v1/groups");

    Ran ran = drifted().onTerminal().succeed("plan");

    assertThat(ran.err()).contains("Reading", "list of ", ERASED).endsWith(ERASED);
    assertThat(ran.out()).doesNotContain("\u001b");
  }

  @Test
  void whatFailsIsToldAboveTheBar() throws JsonProcessingException {
    slow("PATCH", "/v1/connections/[^/]+$", ",'status':400");

    Ran ran = drifted().onTerminal().run("apply", "--auto-approve");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains(ERASED + "\u001b[31mfailed\u001b[0m       connector/clickstream");
  }

  @ParameterizedTest
  @CsvSource({
    "-q, X, ''",
    "-vv, X, ''",
    "--no-color, TERM, dumb",
    "--no-color, CI, true",
  })
  void noBarIsShownWhereNoneHelps(String flag, String variable, String text)
      throws JsonProcessingException {
    slow("PATCH", "/v1/connections/[^/]+$");

    Ran ran = drifted().onTerminal().with(variable, text).succeed("apply", "--auto-approve", flag);

    assertThat(ran.err()).doesNotContain("Applying", ERASED);
    assertThat(ran.err().contains("connector/clickstream")).isEqualTo(!flag.equals("-q"));
  }

  @Test
  void barWithoutColourIsStillABar() throws JsonProcessingException {
    slow("PATCH", "/v1/connections/[^/]+$");

    Ran ran = drifted().onTerminal().succeed("apply", "--auto-approve", "--no-color");

    assertThat(ran.err()).contains("Applying").doesNotContain("\u001b[3");
  }

  private Workspace drifted() {
    return new Workspace(folder)
        .withExamples()
        .reaching(lab.sandbox())
        .edit(CLICKS, "sync_frequency: 15", "sync_frequency: 30");
  }

  private void slow(String method, String path) throws JsonProcessingException {
    slow(method, path, "");
  }

  private void slow(String method, String path, String more) throws JsonProcessingException {
    String rules =
        "[{'match':{'method':'%s','path':'%s','times':1},'then':{'latencyMillis':700%s}}]"
            .formatted(method, path, more);
    lab.sandbox().control().faults(new JsonMapper().readTree(rules.replace('\'', '"')));
  }
}
