package dev.ftctl.cli.fleet;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.NamedOutput;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.walk.SavedPlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder with a saved plan for each environment.
///
/// @param name as typed
/// @param folder where it is
record PlansFolder(String name, Path folder) {

  private static final String PLAN = ".json";

  /// The folder that a fleet's apply names, if it holds plans.
  ///
  /// @throws RefusedException when there is no such folder, or nothing in it
  static Optional<PlansFolder> named(Run run, List<String> paths) {
    if (paths.size() != 1) {
      return Optional.empty();
    }
    try {
      Path folder = run.console().folder().resolve(paths.getFirst());
      boolean isEmpty = Files.isDirectory(folder) && files(folder).isEmpty();
      if (isEmpty || !Files.exists(folder)) {
        throw new RefusedException(
            Refusal.USAGE,
            "there is no saved plan in " + paths.getFirst(),
            "Make plans with: ftctl fleet plan -o DIR.");
      }
      return saved(folder).isEmpty()
          ? Optional.empty()
          : Optional.of(new PlansFolder(paths.getFirst(), folder));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /// The folder that plans are saved in.
  static PlansFolder to(Run run, String name) {
    return new PlansFolder(name, run.console().folder().resolve(name));
  }

  /// Before any call.
  ///
  /// @throws RefusedException when one has none, or a plan is of no environment
  void requireFitting(Chosen chosen) {
    List<String> missing =
        chosen.own().stream().filter(name -> !SavedPlanFile.isOne(file(name))).toList();
    if (!missing.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "there is no saved plan in " + name + " for " + Near.list(missing),
          "Nothing was changed. Plan again, or choose with --envs what was planned.");
    }
    List<String> known =
        chosen.declared().stream().map(name -> AccountFile.of(name, PLAN)).toList();
    List<String> foreign =
        saved(folder).stream()
            .map(file -> file.getFileName().toString())
            .filter(file -> !known.contains(file))
            .toList();
    if (!foreign.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "plans in " + name + " are of no environment of this project: " + Near.list(foreign),
          "Nothing was changed. Take them out of that folder.");
    }
  }

  /// Takes away what an earlier run saved: no plan of yesterday passes for today's.
  void clear(Chosen chosen) {
    for (String environment : chosen.own()) {
      Path file = file(environment);
      try {
        if (SavedPlanFile.isOne(file)) {
          NamedOutput.remove(file);
        }
      } catch (IOException stays) {
        throw new RefusedException(
            Refusal.FAILED,
            "the plan " + file + " of an earlier run can't be taken away",
            "Check the permissions of its folder, or name another one.");
      }
    }
  }

  /// Of an environment, as a command line names it.
  String path(String environment) {
    return Path.of(name).resolve(AccountFile.of(environment, PLAN)).toString();
  }

  private Path file(String environment) {
    return folder.resolve(AccountFile.of(environment, PLAN));
  }

  private static List<Path> saved(Path folder) {
    return files(folder).stream()
        .filter(file -> file.toString().endsWith(PLAN) && SavedPlanFile.isOne(file))
        .toList();
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
