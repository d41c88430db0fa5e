package dev.ftctl.cli.process;

import dev.ftctl.model.Redaction;
import java.io.PrintWriter;

/// The only way to the user's screen: every text is searched for secrets that this run has seen.
/// Safe for use by many threads.
public final class Output {

  /// To the first column, and everything from there on away.
  private static final String ERASE_LINE = "\r\u001b[K";

  private final Console console;
  private final Redaction redaction;
  private volatile boolean hasResult;
  private String bottom = "";

  public Output(Console console, Redaction redaction) {
    this.console = console;
    this.redaction = redaction;
  }

  /// A part of the result, for stdout, as it stands.
  public void result(String text) {
    hasResult = true;
    print(console.out(), text);
  }

  /// Whether any part of a result was printed.
  public boolean hasResult() {
    return hasResult;
  }

  /// A line beside the result, for stderr.
  public void tell(String line) {
    tellText(line + "\n");
  }

  /// Ended lines beside the result, for stderr.
  public void tellText(String text) {
    print(console.err(), text);
  }

  /// The line at the bottom of a terminal, in place of the one before: whatever else is printed
  /// goes above it. Empty for none.
  public synchronized void bottom(String line) {
    erase();
    bottom = redaction.mask(line);
    draw();
  }

  private synchronized void print(PrintWriter writer, String text) {
    erase();
    writer.print(redaction.mask(text));
    writer.flush();
    draw();
  }

  private void erase() {
    if (!bottom.isEmpty()) {
      console.err().print(ERASE_LINE);
      console.err().flush();
    }
  }

  private void draw() {
    if (!bottom.isEmpty()) {
      console.err().print(bottom);
      console.err().flush();
    }
  }
}
