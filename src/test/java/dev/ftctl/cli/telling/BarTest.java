package dev.ftctl.cli.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Stop;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarTest {

  private static final String ERASED = "\r\u001b[K";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tellsHowFarItIsAndWhatIsWorkedOn() {
    Run run = run(100, Map.of());
    try (var bar = new Bar(run, new CommonFlags(), "Applying", Duration.ZERO)) {
      bar.expect(3);
      bar.expect(1);
      bar.ended();
      bar.at(List.of("group/finance", "group/eu"));
    }

    assertThat(last())
        .contains("Applying", "25%", " 1/4 (0:00:0", "group/finance, group/eu", "\u001b[33m");
  }

  @Test
  void isGoneInTheEnd() {
    try (var bar = new Bar(run(80, Map.of()), new CommonFlags(), "Applying", Duration.ZERO)) {
      bar.expect(1);
    }

    assertThat(err.toString()).contains("Applying").endsWith(ERASED);
  }

  @Test
  void isGoneAfterASignal() {
    Run run = run(80, Map.of());
    try (var bar = new Bar(run, new CommonFlags(), "Reading", Duration.ZERO)) {
      bar.expect(1);

      run.stop().ask();

      assertThat(err.toString()).contains("Reading").endsWith(ERASED);
    }
  }

  @Test
  void isNotShownForWhatEndsSoon() {
    try (var bar = new Bar(run(80, Map.of()), new CommonFlags(), "Applying", Duration.ofDays(1))) {
      bar.expect(1);
      bar.ended();
    }

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void otherLinesStandAboveIt() {
    Run run = run(80, Map.of());
    run.output().bottom("half");
    run.output().tell("warning: one");
    run.output().result("result\n");
    run.output().bottom("");

    assertThat(err.toString())
        .isEqualTo("half" + ERASED + "warning: one\nhalf" + ERASED + "half" + ERASED);
    assertThat(out.toString()).isEqualTo("result\n");
  }

  @Test
  void hasNoColourWhereThereIsNone() {
    Run run = run(80, Map.of("NO_COLOR", "1"));
    try (var bar = new Bar(run, new CommonFlags(), "Applying", Duration.ZERO)) {
      bar.expect(1);
    }

    assertThat(last()).contains("Applying", "0/1").doesNotContain("\u001b");
  }

  @Test
  void showsNoSecret() {
    Run run = run(100, Map.of());
    run.redaction().remember("hunter2-hunter2");
    try (var bar = new Bar(run, new CommonFlags(), "Applying", Duration.ZERO)) {
      bar.expect(1);
      bar.at(List.of("group/hunter2-hunter2"));
    }

    assertThat(last()).contains("group/(secret)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 20, 40, 60, 80, 200})
  void leavesTheLastColumnFree(int columns) {
    try (var bar = new Bar(run(columns, Map.of()), new CommonFlags(), "Reading", Duration.ZERO)) {
      bar.expect(12_345);
      bar.at(List.of("connector/" + "x".repeat(300)));
    }

    assertThat(last().replaceAll("\u001b\\[[0-9;]*m", "").length()).isLessThan(columns);
  }

  /// The last state of the line before it was erased.
  private String last() {
    String[] states = err.toString().split("\r\u001b\\[K", -1);
    return states.length < 2 ? "" : states[states.length - 2];
  }

  private Run run(int columns, Map<String, String> environment) {
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader("")),
            environment,
            Path.of(""),
            new Console.Terminals(false, false, true, columns));
    return Run.on(console, new Stop(), () -> new dev.ftctl.kind.KindList(List.of()));
  }
}
