package dev.ftctl.cli.check;

import dev.ftctl.check.Given;
import dev.ftctl.check.Reading;
import dev.ftctl.cli.flags.CachePlace;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.FileTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What tests read. Of the environment they see nothing but what git needs to say whose a folder
/// is: a test gives the same everywhere, and no key of an account gets into it.
///
/// @param config `--config`, empty for none
record TestRequests(Run run, String config) {

  private static final Set<String> SEEN =
      Set.of("HOME", "PATH", "SUDO_UID", "XDG_CONFIG_HOME", "SystemRoot");
  private static final String PROJECT = "ftctl.yaml";

  /// The manifests of a test.
  ///
  /// @param folder of the file of tests
  ReadRequest wanted(Reading reading, Path folder, boolean isStrict, Instant now) {
    Optional<Path> own = ownProject(reading, folder);
    if (own.isPresent()) {
      return request(reading, folder, shown(own.get()), List.of(), false, isStrict, now);
    }
    return request(reading, folder, project(folder), paths(reading, folder), false, isStrict, now);
  }

  /// The manifests that were applied before: those of a folder with a project of its own, or in the
  /// project of the test those that are named, in place of its own, which describe the same
  /// objects.
  ReadRequest given(Given given, Reading reading, Path folder, Instant now) {
    Optional<Path> own = ownProject(reading, folder);
    if (own.isPresent()) {
      return request(reading, folder, shown(own.get()), List.of(), false, false, now);
    }
    Reading inherited =
        new Reading(
            reading.paths(),
            reading.environment().isEmpty() ? given.environment() : reading.environment(),
            reading.variables(),
            reading.environmentTexts());
    return request(
        inherited,
        folder,
        project(folder),
        paths(reading, folder),
        !reading.paths().isEmpty(),
        false,
        now);
  }

  /// A folder of the repository with a project of its own.
  private Optional<Path> ownProject(Reading reading, Path folder) {
    FileTree tree = tree(folder, config);
    return reading.paths().size() == 1
        ? Optional.of(folder.resolve(reading.paths().getFirst()).normalize().resolve(PROJECT))
            .filter(file -> tree.isFile(shown(file)))
        : Optional.empty();
  }

  /// What a file of tests may name: what lies in its repository, as manifests may.
  ///
  /// @param folder of the file of tests
  FileTree tree(Path folder) {
    return tree(folder, config);
  }

  private FileTree tree(Path folder, String configFile) {
    Path here = run.console().folder();
    List<String> named = folder.startsWith(here) ? List.of() : List.of(shown(folder));
    return new WorkingTree(here, configFile, named, List.of());
  }

  /// Named only where the working folder would not lead to it, since what a run finds for itself is
  /// held against its owner.
  private String project(Path folder) {
    if (!config.isEmpty()) {
      return config;
    }
    Optional<Path> nearest = TestFinder.project(folder);
    return nearest.equals(TestFinder.project(run.console().folder()))
        ? ""
        : nearest.map(this::shown).orElse("");
  }

  private List<String> paths(Reading reading, Path folder) {
    return reading.paths().stream()
        .map(path -> shown(folder.resolve(path).normalize()))
        .map(path -> path.isEmpty() ? "." : path)
        .toList();
  }

  private String shown(Path path) {
    return ShownPath.of(run.console().folder(), path);
  }

  private ReadRequest request(
      Reading reading,
      Path folder,
      String configFile,
      List<String> paths,
      boolean isInPlace,
      boolean isStrict,
      Instant now) {
    FileTree tree = tree(folder, configFile);
    return new ReadRequest(
        isInPlace ? OtherManifests.of(tree, paths) : tree,
        configFile,
        paths,
        reading.environment(),
        reading.variables(),
        environment(reading),
        Map.of(),
        List.of(),
        isStrict,
        run.redaction(),
        now,
        true,
        Set.of(),
        Optional.empty(),
        CachePlace.of(run.console()),
        true,
        Optional.empty());
  }

  private Map<String, String> environment(Reading reading) {
    var seen = new HashMap<>(run.console().environment());
    seen.keySet().retainAll(SEEN);
    seen.putAll(reading.environmentTexts());
    return seen;
  }
}
