package dev.ftctl.cli.fleet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What a fleet's command line hands on to the command of each account.
///
/// @param options each as `--name=value`
/// @param paths as typed
record PassedLine(List<String> options, List<String> paths) {

  PassedLine {
    options = List.copyOf(options);
    paths = List.copyOf(paths);
  }

  /// @param own names of the options that are the fleet's own
  static PassedLine of(ParseResult typed, Set<String> own) {
    var options = new ArrayList<String>();
    // One that is given twice is matched twice.
    for (OptionSpec option : new LinkedHashSet<>(typed.matchedOptions())) {
      String name = option.longestName();
      if (own.contains(name)) {
        continue;
      }
      if (option.arity().max() == 0) {
        options.add(name);
      } else {
        option.originalStringValues().forEach(value -> options.add(name + "=" + value));
      }
    }
    List<String> paths =
        typed.matchedPositionals().stream()
            .flatMap(path -> path.originalStringValues().stream())
            .toList();
    return new PassedLine(options, paths);
  }

  boolean has(String option) {
    return options.contains(option);
  }

  /// The value of an option.
  Optional<String> value(String option) {
    return options.stream()
        .filter(one -> one.startsWith(option + "="))
        .map(one -> one.substring(option.length() + 1))
        .reduce((first, last) -> last);
  }
}
