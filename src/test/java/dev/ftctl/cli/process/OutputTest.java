package dev.ftctl.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Redaction;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void showsWhatWouldActOnATerminal() {
    output.result("a\u001b[31mb\u009bc\u202ed\u2028e\rf\u007fg\u0007\ttab\n");

    assertThat(out)
        .hasToString("a\\u001b[31mb\\u009bc\\u202ed\\u2028e\\u000df\\u007fg\\u0007\ttab\n");
  }

  /// Outside of the planes that JSON has a short form for; and half a letter.
  @Test
  void showsLettersThatAreTwoUnitsLong() {
    output.document("\"\ud834\udd73 \ud800\"");

    assertThat(out).hasToString("\"\\ud834\\udd73 \ufffd\"");
  }

  @Test
  void oneLineStaysOneLine() {
    output.tell("a\nerror: made up");

    assertThat(err).hasToString("a\\u000aerror: made up\n");
  }

  @Test
  void paintsWhatWasPaintedHereOnly() {
    output.result(Paint.COLOURED.apply(Tone.BAD, "bad") + " \uFDD00:31mnot");

    assertThat(out).hasToString("\u001b[31mbad\u001b[0m \uFDD00:31mnot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'::error::x'; '\\u003a:error::x'",
        "'  \u00a0\u3000::add-mask::x'; '  \u00a0\u3000\\u003a:add-mask::x'",
        "'a ::error::x'; 'a ::error::x'",
        "'a ##[error]x'; 'a #\\u0023[error]x'",
        "'##vso[task.x]'; '#\\u0023vso[task.x]'",
        "'## [a](b)'; '## [a](b)'",
      })
  void noRunnerTakesALineForACommand(String line, String shown) {
    output.result("one\n" + line + "\n");
    output.tellText("one\n" + line + "\n");
    output.commands("::error::" + line + "\n");

    String asCommand = line.contains("##") ? shown : line;
    assertThat(out).hasToString("one\n" + shown + "\n::error::" + asCommand + "\n");
    assertThat(err).hasToString("one\n" + shown + "\n");
  }

  @Test
  void coloursBeforeACommandHideNothing() {
    output.result(Paint.COLOURED.apply(Tone.BAD, " ::error::x"));

    assertThat(out).hasToString("\u001b[31m \\u003a:error::x\u001b[0m");
  }
}
