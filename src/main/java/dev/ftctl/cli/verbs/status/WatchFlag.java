package dev.ftctl.cli.verbs.status;

import dev.ftctl.cli.process.DurationText;
import java.time.Duration;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Whether it is looked again and again, and how often.
final class WatchFlag {

  private static final String USUAL = "30s";

  @Option(
      names = "--watch",
      paramLabel = "D",
      arity = "0..1",
      converter = DurationText.class,
      preprocessor = Attached.class,
      description = "Look again every 30 seconds, or as often as given: --watch=5m.")
  Duration pause = Duration.ZERO;

  boolean isGiven() {
    return !pause.isZero();
  }

  /// Takes a duration only behind `=`: what follows after a blank is what the verb is about.
  static final class Attached implements IParameterPreprocessor {

    // The library's interface has this old class.
    @SuppressWarnings("JdkObsolete")
    @Override
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec flag, Map<String, Object> info) {
      if (" ".equals(info.get("separator"))) {
        arguments.push(USUAL);
      }
      return false;
    }
  }
}
