package dev.ftctl.manifest.input;

import dev.ftctl.model.FileTree;
import dev.ftctl.model.Redaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
/// @param now the moment of the run, for `${date(…)}`
/// @param needsEnvironment whether one must be chosen where the project has some
/// @param redaction remembers literal secrets and those that are revealed later
/// @param credentials names of variables that `credentials` may name beside those that look like
///   keys
/// @param since whether only documents that differ from a revision are asked for
/// @param cache of what earlier runs parsed; empty for none
/// @param rehearses whether what has to be looked up outside of the project (environment variables,
///   secrets) and isn't here is made up: for a run against a simulator. No command is run
/// @param shared what other readings of the same files parsed; empty where this is the only one
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
    Redaction redaction,
    Instant now,
    boolean needsEnvironment,
    Set<String> credentials,
    Optional<Since> since,
    Optional<TreeCache.Place> cache,
    boolean rehearses,
    Optional<ParsedFiles> shared) {

  public ReadRequest {
    credentials = Set.copyOf(credentials);
    paths = List.copyOf(paths);
    variables = Map.copyOf(variables);
    processEnvironment = Map.copyOf(processEnvironment);
    selectors = Map.copyOf(selectors);
    targets = List.copyOf(targets);
  }

  public ReadRequest(
      FileTree tree,
      String configFile,
      List<String> paths,
      String environment,
      Map<String, String> variables,
      Map<String, String> processEnvironment,
      Map<String, String> selectors,
      List<String> targets,
      boolean strict,
      Redaction redaction,
      Instant now,
      boolean needsEnvironment) {
    this(
        tree,
        configFile,
        paths,
        environment,
        variables,
        processEnvironment,
        selectors,
        targets,
        strict,
        redaction,
        now,
        needsEnvironment,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /// These files and folders, with nothing else said.
  public static ReadRequest plain(
      FileTree tree, List<String> paths, Redaction redaction, Instant now) {
    return new ReadRequest(
        tree, "", paths, "", Map.of(), Map.of(), Map.of(), List.of(), false, redaction, now, false);
  }

  /// Whether only a part of the project is asked for.
  public boolean narrows() {
    return !paths.isEmpty() || !selectors.isEmpty() || !targets.isEmpty();
  }

  /// The same without these paths, given canonically.
  public ReadRequest without(List<String> dropped) {
    return copy(
        tree,
        paths.stream().filter(path -> !dropped.contains(tree.canonical(path))).toList(),
        environment,
        needsEnvironment,
        since);
  }

  /// The same for a command that reads the account.
  public ReadRequest forAccount() {
    return copy(tree, paths, environment, true, since);
  }

  /// The same of other files.
  public ReadRequest of(FileTree other) {
    return copy(other, paths, environment, needsEnvironment, since);
  }

  /// The same, of the documents that differ from a revision.
  public ReadRequest changed(Since revision) {
    return copy(tree, paths, environment, needsEnvironment, Optional.of(revision));
  }

  /// The same, of documents that are as they were too.
  public ReadRequest unchangedToo() {
    return copy(tree, paths, environment, needsEnvironment, Optional.empty());
  }

  /// The same for one environment.
  public ReadRequest in(String name) {
    return copy(tree, paths, name, needsEnvironment, since);
  }

  /// The same for a command that reads no account.
  public ReadRequest offline() {
    return copy(tree, paths, environment, false, since);
  }

  /// The same beside other readings of its files.
  public ReadRequest sharing(ParsedFiles others) {
    return copy(tree, paths, environment, needsEnvironment, since, Optional.of(others));
  }

  /// The same, but for what its methods change.
  private ReadRequest copy(
      FileTree otherTree,
      List<String> otherPaths,
      String otherEnvironment,
      boolean needs,
      Optional<Since> otherSince) {
    return copy(otherTree, otherPaths, otherEnvironment, needs, otherSince, shared);
  }

  private ReadRequest copy(
      FileTree otherTree,
      List<String> otherPaths,
      String otherEnvironment,
      boolean needs,
      Optional<Since> otherSince,
      Optional<ParsedFiles> otherShared) {
    return new ReadRequest(
        otherTree,
        configFile,
        otherPaths,
        otherEnvironment,
        variables,
        processEnvironment,
        selectors,
        targets,
        strict,
        redaction,
        now,
        needs,
        credentials,
        otherSince,
        cache,
        rehearses,
        otherShared);
  }

  /// Never the environment or the variables: both may hold secrets.
  @Override
  public String toString() {
    return "request for " + (paths.isEmpty() ? "the project" : String.join(", ", paths));
  }
}
