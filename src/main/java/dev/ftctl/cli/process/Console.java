package dev.ftctl.cli.process;

import dev.ftctl.files.Disk;
import dev.ftctl.fivetran.pacing.Sleeper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

/// The world around a run: streams, environment variables, the working folder, the time, the disk,
/// and how it is waited for what takes time elsewhere. Tests bring their own.
public record Console(
    PrintWriter out,
    PrintWriter err,
    BufferedReader in,
    Map<String, String> environment,
    Path folder,
    Terminals terminals,
    Clock clock,
    Disk disk,
    Sleeper sleeper) {

  /// A flag of the vendor's own program.
  public static final String ASKING_NOTHING = "--non-interactive";

  private static final int NARROWEST_HELP = 55;
  private static final int WIDEST_HELP = 100;

  /// Which of the three streams are terminals.
  ///
  /// @param columns how wide the window is that they are seen in
  /// @param rows how high it is
  public record Terminals(boolean in, boolean out, boolean err, int columns, int rows) {

    static final int USUAL = 80;
    private static final int USUAL_ROWS = 24;

    public static final Terminals NONE = new Terminals(false, false, false);

    public Terminals(boolean in, boolean out, boolean err) {
      this(in, out, err, USUAL);
    }

    public Terminals(boolean in, boolean out, boolean err, int columns) {
      this(in, out, err, columns, USUAL_ROWS);
    }

    /// The same screens without a keyboard.
    Terminals mute() {
      return new Terminals(false, out, err, columns, rows);
    }

    /// As the launcher tells it, since Java can't: the terminals as digits in the system property
    /// `ftctl.terminals`, the window in `ftctl.columns` and `ftctl.rows`. Without the first none is
    /// a terminal.
    static Terminals ofProcess() {
      String known = System.getProperty("ftctl.terminals", "");
      int columns = Integer.getInteger("ftctl.columns", USUAL);
      int rows = Integer.getInteger("ftctl.rows", USUAL_ROWS);
      return new Terminals(
          known.contains("0"),
          known.contains("1"),
          known.contains("2"),
          columns < 1 ? USUAL : columns,
          rows < 1 ? USUAL_ROWS : rows);
    }
  }

  public Console {
    environment = Map.copyOf(environment);
    folder = folder.toAbsolutePath().normalize();
  }

  /// The same, at which nobody can be asked anything where the command line says so.
  public Console asking(String... arguments) {
    boolean asksNothing =
        Arrays.stream(arguments)
            .takeWhile(word -> !word.equals("--"))
            .anyMatch(ASKING_NOTHING::equals);
    return asksNothing
        ? new Console(out, err, in, environment, folder, terminals.mute(), clock, disk, sleeper)
        : this;
  }

  /// Waiting as long as it takes.
  public Console(
      PrintWriter out,
      PrintWriter err,
      BufferedReader in,
      Map<String, String> environment,
      Path folder,
      Terminals terminals,
      Clock clock,
      Disk disk) {
    this(out, err, in, environment, folder, terminals, clock, disk, Sleeper.REAL);
  }

  /// On the disk of the system.
  public Console(
      PrintWriter out,
      PrintWriter err,
      BufferedReader in,
      Map<String, String> environment,
      Path folder,
      Terminals terminals,
      Clock clock) {
    this(out, err, in, environment, folder, terminals, clock, Disk.REAL);
  }

  /// At the time of the system.
  public Console(
      PrintWriter out,
      PrintWriter err,
      BufferedReader in,
      Map<String, String> environment,
      Path folder,
      Terminals terminals) {
    this(out, err, in, environment, folder, terminals, Clock.systemUTC());
  }

  /// That of the process.
  public static Console ofProcess() {
    return new Console(
        ProcessWriter.to(FileDescriptor.out),
        ProcessWriter.to(FileDescriptor.err),
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        System.getenv(),
        Path.of(""),
        Terminals.ofProcess());
  }

  /// Never the environment: it may hold secrets.
  @Override
  public String toString() {
    return "console in " + folder;
  }

  /// A variable, or empty text when it is not set.
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /// In columns, where help is asked for: no line is worth more, and the library takes no less.
  public int helpWidth() {
    return terminals.out()
        ? Math.clamp(terminals.columns(), NARROWEST_HELP, WIDEST_HELP)
        : Terminals.USUAL;
  }

  public boolean allowsColour() {
    return variable("NO_COLOR").isEmpty() && !isDumb();
  }

  /// Whether stderr may have a line that changes. Some CI systems run commands on a terminal that
  /// nobody looks at, and keep each state of the line in their log.
  public boolean allowsMovement() {
    return terminals.err() && allowsScreens();
  }

  private boolean allowsScreens() {
    String ci = variable("CI");
    return !isDumb() && (ci.isEmpty() || ci.equals("false"));
  }

  /// Whether stdout is a window that somebody looks at, and that can be written anew.
  public boolean hasScreen() {
    return terminals.out() && allowsScreens();
  }

  private boolean isDumb() {
    return variable("TERM").equals("dumb");
  }
}
