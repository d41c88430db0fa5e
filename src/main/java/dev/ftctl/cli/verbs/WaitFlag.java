package dev.ftctl.cli.verbs;

import dev.ftctl.cli.process.DurationText;
import java.time.Duration;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Whether the end of what was begun is waited for, and how long.
public final class WaitFlag {

  private static final String USUAL = "3h";

  @Option(
      names = "--wait",
      paramLabel = "D",
      arity = "0..1",
      converter = DurationText.class,
      preprocessor = Attached.class,
      description = "Wait for the end, for 3 hours or as long as given: --wait=30m.")
  Duration limit = Duration.ZERO;

  public boolean isGiven() {
    return !limit.isZero();
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
