package dev.ftctl.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Redaction;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutputTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Output output;

  /// Buffered, as a terminal or a pipe is.
  @BeforeEach
  void rememberASecret() {
    var redaction = new Redaction();
    redaction.remember("hunter22");
    var console =
        new Console(
            new PrintWriter(new BufferedWriter(out)),
            new PrintWriter(new BufferedWriter(err)),
            new BufferedReader(new StringReader("")),
            Map.of(),
            Path.of(""),
            Console.Terminals.NONE);
    output = new Output(console, redaction);
  }

  @Test
  void masksTheResult() {
    output.result("password hunter22");

    assertThat(out).hasToString("password (secret)");
    assertThat(err).hasToString("");
  }

  @Test
  void masksWhatIsToldBesideIt() {
    output.tell("password hunter22");
    output.tellText("again hunter22\n");

    assertThat(err).hasToString("password (secret)\nagain (secret)\n");
    assertThat(out).hasToString("");
  }
}
