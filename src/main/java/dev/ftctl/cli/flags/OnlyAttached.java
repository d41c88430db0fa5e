package dev.ftctl.cli.flags;

import dev.ftctl.model.address.AddressPattern;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// For options whose value may be left out: a value counts only when `=` attaches it, so that the
/// path that follows `--rotate-secrets` stays a path; without one the option means all.
final class OnlyAttached implements IParameterPreprocessor {

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's own signature
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec argument, Map<String, Object> about) {
    if (!"=".equals(about.get("separator"))) {
      arguments.push(AddressPattern.ALL.text());
    }
    return false;
  }
}
