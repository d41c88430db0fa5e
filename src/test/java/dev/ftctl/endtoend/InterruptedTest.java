package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.process.Stop;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A signal that comes where nothing has to end in good order is told all the same, in one line.
final class InterruptedTest {

  private static final String UNCHANGED = "interrupted: nothing was changed in the account\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply --auto-approve"})
  void beforeAnythingWasWrittenItSaysSo(String command) {
    try (var lab = new Lab()) {
      var stop = new Stop();
      var workspace =
          new Workspace(folder)
              .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n")
              .reaching(lab.sandbox())
              .with("FIVETRAN_API_URL", "http://127.0.0.1:9")
              .stoppedBy(stop);
      var asked = new boolean[1];
      workspace.at(asking(stop, asked, 1));

      Ran ran = workspace.run(command.split(" "));

      assertThat(asked[0]).isTrue();
      assertThat(ran.err()).containsOnlyOnce(UNCHANGED);
    }
  }

  @Test
  void betweenTheLastLookAndTheFirstWriteNothingWasWritten() {
    try (var lab = new Lab()) {
      var stop = new Stop();
      var asked = new boolean[1];
      var workspace =
          new Workspace(folder)
              .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n")
              .reaching(lab.sandbox())
              .stoppedBy(stop)
              .at(asking(stop, asked, 2));

      Ran ran = workspace.run("apply");

      assertThat(asked[0]).isTrue();
      assertThat(ran.err()).containsOnlyOnce(UNCHANGED);
    }
  }

  @Test
  void whatEndedWellIsNotInterrupted() {
    var stop = new Stop();
    Ran ran = new Workspace(folder).stoppedBy(stop).run("version");
    stop.ended(0);

    stop.ask();

    assertThat(ran.err()).isEmpty();
  }

  /// A clock at whose n-th question a signal comes.
  private static Clock asking(Stop stop, boolean[] asked, int nth) {
    return new Clock() {
      private int questions;

      @Override
      public Instant instant() {
        if (++questions >= nth && !asked[0]) {
          asked[0] = true;
          stop.ask();
        }
        return Instant.parse("2026-11-20T10:00:00Z").plus(Duration.ofSeconds(questions));
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
