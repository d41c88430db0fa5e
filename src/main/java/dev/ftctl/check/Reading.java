package dev.ftctl.check;

import java.util.List;
import java.util.Map;

/// Which manifests are read, and with which values.
///
/// @param paths of files and folders, relative to the file of tests; empty for all of the project
/// @param environment of the project; empty for none
/// @param variables as `--var` takes them
/// @param environmentTexts what `${env:NAME}` means; what is not here is made up
public record Reading(
    List<String> paths,
    String environment,
    Map<String, String> variables,
    Map<String, String> environmentTexts) {

  public Reading {
    paths = List.copyOf(paths);
    variables = Map.copyOf(variables);
    environmentTexts = Map.copyOf(environmentTexts);
  }

  /// Never the values: a careless hand may have written a secret.
  @Override
  public String toString() {
    return "reading of " + (paths.isEmpty() ? "the project" : String.join(", ", paths));
  }
}
