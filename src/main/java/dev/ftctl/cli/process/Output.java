package dev.ftctl.cli.process;

import dev.ftctl.model.Redaction;
import dev.ftctl.model.shown.Inert;
import dev.ftctl.model.shown.RunnerCommands;
import dev.ftctl.model.shown.Visible;
import dev.ftctl.render.Marks;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The only way to the user's screen. Every text is searched for secrets that this run has seen,
/// and nothing that others wrote acts on what shows it: the only sequences of a terminal that leave
/// here are the colours of [Marks], and the line at the bottom. Safe for use by many threads.
public final class Output {

  /// To the first column, and everything from there on away.
  private static final String ERASE_LINE = "\r\u001b[K";

  /// The window's second page, without a cursor, and back to the first.
  private static final String BEGIN_SCREEN = "\u001b[?1049h\u001b[?25l";

  private static final String END_SCREEN = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String ERASE_REST_OF_LINE = "\u001b[K";
  private static final String ERASE_REST = "\u001b[J";

  private final Console console;
  private final Redaction redaction;
  private final Set<String> lost = new LinkedHashSet<>();
  private volatile boolean hasResult;
  private int notedEnd = Stop.NOT_ENDED;
  private String bottom = "";
  private boolean isOnScreen;
  private volatile Optional<Clock> clock = Optional.empty();
  private volatile Consumer<String> kept = line -> {};

  public Output(Console console, Redaction redaction) {
    this.console = console;
    this.redaction = redaction;
  }

  /// From now on each line that people read begins with the time, as lines of logs do.
  public void stamp(Clock newClock) {
    clock = Optional.of(newClock);
  }

  /// From now on each line of an event, told or printed as a result, goes there too, without
  /// secrets.
  public void keep(Consumer<String> keeper) {
    kept = keeper;
  }

  private String stamped(String text) {
    return clock
        .map(now -> now.instant().truncatedTo(ChronoUnit.SECONDS) + " ")
        .map(stamp -> text.lines().map(line -> stamp + line + "\n").collect(Collectors.joining()))
        .orElse(text);
  }

  /// A part of the result that people read, for stdout; on a terminal its lines are wrapped.
  public void result(String text) {
    hasResult = true;
    printResult(wrapped(Inert.text(redaction.mask(stamped(text))), console.terminals().out()));
  }

  /// What became of something, as a line of the result.
  public void outcome(String line) {
    kept.accept(redaction.mask(line));
    result(line + "\n");
  }

  /// An event that nobody is told of here, since a document is.
  public void note(String line) {
    kept.accept(redaction.mask(line));
  }

  /// How the run ends, as far as it is known now: noted once for each code, and before it is told
  /// elsewhere, since what can't take that line changes the code.
  public void noteEnd(int code) {
    if (code != notedEnd) {
      notedEnd = code;
      note("ended with exit code " + code);
    }
  }

  /// A result that another program may read (JSON, YAML, Markdown, a diff), for stdout.
  public void document(String text) {
    hasResult = true;
    printResult(Inert.text(redaction.mask(text)));
  }

  /// A part of the result that the output of another run has made: it holds no secret, nothing in
  /// it acts on what shows it, and its lines are wrapped.
  public void adopt(String text) {
    hasResult = true;
    printResult(text);
  }

  /// Lines that are meant for a CI runner to act on, for stdout.
  public void commands(String lines) {
    hasResult = true;
    printResult(Inert.commands(redaction.mask(lines)));
  }

  private void printResult(String text) {
    print(console.out(), text);
    if (hasLostResult()) {
      lostResult();
    }
  }

  /// Something that the run was to leave behind is not whole: told once, and kept, since such a run
  /// does not end as if all were well.
  public void lose(String what) {
    boolean isNew;
    synchronized (lost) {
      isNew = lost.add(redaction.mask(what));
    }
    if (isNew) {
      tell("error: " + what);
    }
  }

  /// Whoever closed the pipe that stdout leads to has seen enough, and is not told.
  private void lostResult() {
    String what = "stdout can't be written: what was printed there is not whole";
    if (ProcessWriter.isClosedPipe(console.out())) {
      synchronized (lost) {
        lost.add(what);
      }
    } else {
      lose(what);
    }
  }

  /// What the run was to leave behind and could not.
  public List<String> lost() {
    synchronized (lost) {
      return List.copyOf(lost);
    }
  }

  /// Whether everything is where it was to be.
  public boolean isWhole() {
    return lost().isEmpty() && !hasLostResult();
  }

  /// Whether what stands on stdout is not whole.
  public boolean hasLostResult() {
    return console.out().checkError();
  }

  /// Whether any part of a result was printed.
  public boolean hasResult() {
    return hasResult;
  }

  /// A line beside the result, for stderr.
  public void tell(String line) {
    kept.accept(redaction.mask(line));
    show(line);
  }

  /// The same of what is kept elsewhere, or nowhere.
  public void show(String line) {
    tellText(line.replace("\n", "\\u000a") + "\n");
  }

  /// Ended lines beside the result, for stderr.
  public void tellText(String text) {
    print(
        console.err(),
        wrapped(Inert.text(redaction.mask(stamped(text))), console.terminals().err()));
  }

  /// The line at the bottom of a terminal, in place of the one before: whatever else is printed
  /// goes above it. Empty for none.
  public synchronized void bottom(String line) {
    erase();
    bottom = Marks.shown(Visible.text(redaction.mask(line)));
    draw();
  }

  /// The whole window of a terminal, in place of what it showed. Each line is written over the one
  /// before it, and nothing is cleared first, so that nothing flickers.
  ///
  /// @param text ended lines; what is too much for the window is left out
  /// @param last a line for the window's end
  public synchronized void screen(String text, String last) {
    int rows = console.terminals().rows();
    List<String> lines = shownLines(text);
    int room = Math.max(1, rows - 2);
    int shown = lines.size() > room ? room - 1 : lines.size();
    var screen = new StringBuilder(isOnScreen ? HOME : BEGIN_SCREEN + HOME);
    isOnScreen = true;
    lines.subList(0, shown).forEach(line -> screen.append(line).append(ERASE_REST_OF_LINE + "\n"));
    if (shown < lines.size()) {
      screen.append("… ").append(lines.size() - shown).append(" more lines");
      screen.append(ERASE_REST_OF_LINE + "\n");
    }
    screen.append(ERASE_REST_OF_LINE + "\n");
    screen.append(shownLines(last + "\n").getFirst()).append(ERASE_REST);
    console.out().print(screen);
    console.out().flush();
  }

  private List<String> shownLines(String text) {
    String safe = wrapped(Inert.text(redaction.mask(text)), true);
    return Marks.shown(safe).lines().toList();
  }

  /// The window as it was before [#screen], which may not have been.
  public synchronized void endScreen() {
    if (isOnScreen) {
      isOnScreen = false;
      console.out().print(END_SCREEN);
      console.out().flush();
    }
  }

  private String wrapped(String text, boolean isTerminal) {
    return isTerminal
        ? RunnerCommands.broken(Wrapping.of(text, console.terminals().columns()))
        : text;
  }

  private synchronized void print(PrintWriter writer, String text) {
    erase();
    writer.print(Marks.shown(text));
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
