package dev.ftctl.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The world around a run: streams, environment variables, the working folder. Tests bring their
/// own.
public record Console(
    PrintWriter out,
    PrintWriter err,
    BufferedReader in,
    Map<String, String> environment,
    Path folder,
    Terminals terminals) {

  /// Which of the three streams are terminals.
  public record Terminals(boolean in, boolean out, boolean err) {
    public static final Terminals NONE = new Terminals(false, false, false);
  }

  public Console {
    environment = Map.copyOf(environment);
    folder = folder.toAbsolutePath().normalize();
  }

  /// That of the process. Java can't tell which streams are terminals, so the launcher does, as
  /// digits in the system property `ftctl.terminals`; without it none counts as one.
  public static Console ofProcess() {
    String known = System.getProperty("ftctl.terminals", "");
    var terminals = new Terminals(known.contains("0"), known.contains("1"), known.contains("2"));
    return new Console(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        System.getenv(),
        Path.of(""),
        terminals);
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  /// Never the environment: it may hold secrets.
  @Override
  public String toString() {
    return "console in " + folder;
  }

  /// A variable, or empty text when it is not set.
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  boolean allowsColour() {
    return variable("NO_COLOR").isEmpty() && !variable("TERM").equals("dumb");
  }
}
