package dev.ftctl.cli.verbs.rollout;

import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.Run;
import dev.ftctl.files.Reasons;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.operate.rollout.Progress;
import dev.ftctl.operate.rollout.ProgressFile;
import dev.ftctl.operate.rollout.Rollout;
import dev.ftctl.operate.rollout.RolloutFile;
import dev.ftctl.yaml.Yaml;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// A rollout as a command line names it.
///
/// @param shown the file as it was named
/// @param sources its lines, for messages
record RolloutSource(String shown, Rollout rollout, Sources sources, ProgressFile kept) {

  /// @throws ManifestException when the file is no rollout
  static RolloutSource of(Run run, String file) {
    var sources = new Sources();
    Rollout rollout = RolloutFile.read(file, Yaml.read(file, bytes(run, file)), sources);
    Path own = SandboxPlace.own(run.console().folder());
    return new RolloutSource(file, rollout, sources, new ProgressFile(own, rollout.name()));
  }

  /// What lies below the folder has to, by its real path: a branch that nobody has reviewed may
  /// hold links.
  private static byte[] bytes(Run run, String file) {
    Path folder = run.console().folder();
    Path path = folder.resolve(file).normalize();
    try {
      if (!Files.isRegularFile(path)) {
        throw Files.exists(path)
            ? new FileSystemException(file, null, "it is no regular file")
            : new NoSuchFileException(file);
      }
      if (path.startsWith(folder) && !path.toRealPath().startsWith(folder.toRealPath())) {
        throw new FileSystemException(file, null, "a link leads out of this folder");
      }
      return Files.size(path) > Yaml.LARGEST
          ? new byte[Yaml.LARGEST + 1]
          : Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE,
          "can't read " + file + ": " + Reasons.of(unreadable),
          "Give a file of kind Rollout.");
    }
  }

  /// The same for a part of it.
  RolloutSource without(Collection<String> pieces) {
    return new RolloutSource(shown, rollout.without(pieces), sources, kept);
  }

  /// @throws ManifestException when there is something wrong
  void require(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ManifestException(problems, sources);
    }
  }

  ManifestException wrong(SourceLocation place, String message, String fix) {
    return new ManifestException(
        List.of(Problem.error(place, "rollout", "rollout " + rollout.name(), message, fix)),
        sources);
  }

  /// @throws ManifestException when the progress is of something else
  void requireOf(Progress progress) {
    String other = "its progress, " + kept.file().getFileName() + ", is of ";
    String fix = "a rollout of something else takes another name";
    if (!progress.rollout().equals(rollout.name())) {
      throw wrong(rollout.subject().place(), other + "rollout " + progress.rollout(), fix);
    }
    if (!progress.subject().equals(rollout.subject().text())) {
      throw wrong(rollout.subject().place(), other + progress.subject(), fix);
    }
  }
}
