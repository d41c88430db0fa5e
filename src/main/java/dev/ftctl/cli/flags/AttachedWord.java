package dev.ftctl.cli.flags;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// For flags that mean something without a word, too: they take one only behind `=`, since what
/// follows after a blank is what the verb is about.
public abstract class AttachedWord implements IParameterPreprocessor {

  private final String usual;

  /// @param usual what the flag alone means
  protected AttachedWord(String usual) {
    this.usual = usual;
  }

  // The library's interface has this old class.
  @SuppressWarnings("JdkObsolete")
  @Override
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec flag, Map<String, Object> info) {
    if (" ".equals(info.get("separator"))) {
      arguments.push(usual);
    }
    return false;
  }
}
