package dev.ftctl.cli.playground;

import dev.ftctl.cli.process.Output;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How many requests a practice API takes.
final class LimitFlags {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--rate-limit",
      arity = "0..1",
      paramLabel = "true|false",
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Ten requests a second, more of them at once as long as there are tokens left; then 429"
              + " (default: no limit).")
  String rateLimit = "false";

  @Option(
      names = "--capacity",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many tokens there are at most (default: 20).")
  int capacity;

  /// 0 for no limit.
  ///
  /// @throws ParameterException for a limit that lets nothing through
  int capacity(Output output) {
    if (capacity < 1) {
      throw new ParameterException(
          spec.commandLine(), "--capacity is " + capacity + "; it must be at least 1");
    }
    if (!isLimited()) {
      if (spec.commandLine().getParseResult().hasMatchedOption("--capacity")) {
        output.tell("--capacity does nothing without --rate-limit.");
      }
      return 0;
    }
    return capacity;
  }

  private boolean isLimited() {
    return switch (rateLimit.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--rate-limit " + rateLimit + ": it takes true or false");
    };
  }
}
