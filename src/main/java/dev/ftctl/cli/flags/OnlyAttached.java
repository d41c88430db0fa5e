package dev.ftctl.cli.flags;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.model.address.AddressPattern;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// For options whose value may be left out: a value counts only when `=` attaches it, so that the
/// path that follows `--rotate-secrets` stays a path; without one the option means all.
public final class OnlyAttached implements IParameterPreprocessor {

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's own signature
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec argument, Map<String, Object> about) {
    if (!"=".equals(about.get("separator"))) {
      if (!arguments.isEmpty() && isAddress(arguments.peek())) {
        String flag = ((OptionSpec) argument).longestName();
        throw new ParameterException(
            command.commandLine(),
            arguments.peek()
                + " behind "
                + flag
                + " and a blank may be an address or a path: write "
                + flag
                + "="
                + arguments.peek()
                + " for that resource alone, ./"
                + arguments.peek()
                + " for the path");
      }
      arguments.push(AddressPattern.ALL.text());
    }
    return false;
  }

  /// Whether it begins as the address of a kind does.
  private static boolean isAddress(String next) {
    int slash = next.indexOf('/');
    return slash > 0
        && Kinds.all(Catalog.bundled()).kinds().stream()
            .anyMatch(kind -> kind.definition().slug().equals(next.substring(0, slash)));
  }
}
