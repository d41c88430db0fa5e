package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.testing.Lab;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody reads the plan for a while before he says yes, and meanwhile the account changes.
class SlowAnswerTest {

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: harbour}
      ---
      kind: Team
      metadata: {name: pilots}
      spec: {role: Account Reviewer}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void write() {
    workspace = new Workspace(folder).file("manifests/m.yaml", MANIFEST).reaching(lab.sandbox());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/groups {'name': 'harbour'}",
        "/teams {'name': 'pilots', 'role': 'Account Reviewer'}"
      })
  void whatWasMadeMeanwhileMakesThePlanStale(String click) {
    Ran ran = answering(Duration.ofSeconds(61), () -> click(click));

    assertThat(ran.code()).as("%s", ran).isEqualTo(6);
    assertThat(ran.err().replaceAll("\\s+", " "))
        .contains("the plan is stale", "needs no change any more", "Nothing was changed");
    assertThat(lab.writes()).hasSize(1);
  }

  @Test
  void manifestThatChangedMeanwhileMakesThePlanStale() {
    String quay = "kind: Group\nmetadata: {name: quay}\n";

    Ran ran = answering(Duration.ofMinutes(5), () -> workspace.file("manifests/m.yaml", quay));

    assertThat(ran.code()).as("%s", ran).isEqualTo(6);
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void whatNobodyTouchedIsApplied() {
    Ran ran = answering(Duration.ofHours(2), () -> {});

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).endsWith("Read back: all 2 writes are as the manifests say.\n");
  }

  @Test
  void quickAnswerCostsNoSecondLookAtEverything() {
    Ran ran = answering(Duration.ofSeconds(59), () -> {});

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err()).doesNotContain("Looking again");
  }

  private void click(String call) {
    try (var other = new OtherTool(lab.sandbox())) {
      String[] parts = call.split(" ", 2);
      other.send("POST", parts[0], parts[1]);
    }
  }

  /// @param meanwhile what happens before the answer
  private Ran answering(Duration after, Runnable meanwhile) {
    var clock = new Watch();
    var answers =
        new BufferedReader(new StringReader("")) {
          @Override
          public String readLine() {
            clock.now = clock.now.plus(after);
            meanwhile.run();
            return "yes";
          }
        };
    var out = new StringWriter();
    var err = new StringWriter();
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            answers,
            Map.of(
                "FIVETRAN_API_URL", lab.sandbox().url().toString(),
                "FIVETRAN_API_KEY", lab.sandbox().apiKey(),
                "FIVETRAN_API_SECRET", lab.sandbox().apiSecret(),
                "NO_COLOR", "1"),
            folder,
            new Console.Terminals(true, true, true),
            clock);
    int code = Ftctl.run(new String[] {"apply"}, console);
    return new Ran(code, out.toString(), err.toString());
  }

  /// A clock that somebody moves.
  private static final class Watch extends Clock {

    private Instant now = Instant.parse("2026-06-01T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
