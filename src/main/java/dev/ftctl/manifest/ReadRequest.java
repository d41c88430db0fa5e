package dev.ftctl.manifest;

import dev.ftctl.model.FileTree;
import dev.ftctl.model.Redaction;
import java.util.List;
import java.util.Map;

/// What to read and with which values.
///
/// @param configFile `--config`, empty to look upwards
/// @param paths as given on the command line; empty for the whole project
/// @param environment `--env`, empty for none
/// @param variables `--var` and `--var-file`, by name, later ones have won already
/// @param processEnvironment the environment variables
/// @param selectors `-l`, label → value
/// @param targets `--target`
/// @param strict whether warnings are errors
/// @param redaction remembers literal secrets and those that are revealed later
public record ReadRequest(
    FileTree tree,
    String configFile,
    List<String> paths,
    String environment,
    Map<String, String> variables,
    Map<String, String> processEnvironment,
    Map<String, String> selectors,
    List<String> targets,
    boolean strict,
    Redaction redaction) {

  public ReadRequest {
    paths = List.copyOf(paths);
    variables = Map.copyOf(variables);
    processEnvironment = Map.copyOf(processEnvironment);
    selectors = Map.copyOf(selectors);
    targets = List.copyOf(targets);
  }

  /// The same without these paths, given canonically.
  ReadRequest without(List<String> dropped) {
    return new ReadRequest(
        tree,
        configFile,
        paths.stream().filter(path -> !dropped.contains(tree.canonical(path))).toList(),
        environment,
        variables,
        processEnvironment,
        selectors,
        targets,
        strict,
        redaction);
  }

  /// Never the environment or the variables: both may hold secrets.
  @Override
  public String toString() {
    return "request for " + (paths.isEmpty() ? "the project" : String.join(", ", paths));
  }
}
