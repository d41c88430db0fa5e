package dev.ftctl.cli.log;

import java.util.Locale;

/// How much a line of the log matters.
enum LogLevel {
  DEBUG,
  INFO,
  WARNING,
  ERROR;

  /// Of a line for people, by how it begins.
  static LogLevel ofTold(String line) {
    if (line.startsWith("error: ")) {
      return ERROR;
    }
    return line.startsWith("warning: ") ? WARNING : INFO;
  }

  String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
