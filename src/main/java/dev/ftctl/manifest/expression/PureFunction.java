package dev.ftctl.manifest.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The functions of `${…}`: few, and none that looks at anything but its arguments (`date` also at
/// the moment of the run, which `--now` sets).
enum PureFunction {
  LOWER(1, "lower(TEXT)"),
  UPPER(1, "upper(TEXT)"),
  TRIM(1, "trim(TEXT)"),
  SHA256(1, "sha256(TEXT)"),
  REPLACE(3, "replace(TEXT, 'old', 'new')"),
  SPLIT(2, "split(TEXT, ',')"),
  JOIN(2, "join(LIST, ',')"),
  COMPACT(1, "compact(LIST)"),
  DEFAULT(2, "default(TEXT, 'otherwise')"),
  DATE(2, "date('yyyy-MM-dd', 'Europe/Madrid')");

  private final int arguments;
  private final String usage;

  PureFunction(int arguments, String usage) {
    this.arguments = arguments;
    this.usage = usage;
  }

  static Optional<PureFunction> named(String word) {
    return Arrays.stream(values()).filter(function -> function.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(PureFunction::word).toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it makes a list, which can only be a whole value or the argument of another.
  boolean isList() {
    return this == SPLIT || this == COMPACT;
  }

  int arguments() {
    return arguments;
  }

  /// How it is written, for messages.
  String usage() {
    return "${" + usage + "}";
  }
}
