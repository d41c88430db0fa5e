package dev.ftctl.cli.doctor;

import dev.ftctl.cli.process.ExitCode;

/// What a check came to.
///
/// @param name of what was looked at, one word
/// @param message what there is, or what is wrong
/// @param fix what to do about it; empty where nothing is to be done
/// @param code that a command ends with which needs it
record Finding(String name, Result result, String message, String fix, ExitCode code) {

  /// How it is.
  enum Result {
    OK("ok"),
    WARNING("warning"),
    FAILED("failed"),
    /// Something that it needs failed.
    UNKNOWN("unknown");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Finding ok(String name, String message) {
    return new Finding(name, Result.OK, message, "", ExitCode.OK);
  }

  static Finding warning(String name, String message, String fix) {
    return new Finding(name, Result.WARNING, message, fix, ExitCode.OK);
  }

  static Finding unknown(String name, String message) {
    return new Finding(name, Result.UNKNOWN, message, "", ExitCode.OK);
  }

  static Finding failed(String name, String message, String fix, ExitCode code) {
    return new Finding(name, Result.FAILED, message, fix, code);
  }
}
