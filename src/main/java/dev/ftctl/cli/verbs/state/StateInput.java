package dev.ftctl.cli.verbs.state;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.Reasons;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Backups;
import dev.ftctl.operate.state.StateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// A state that the command line gives.
final class StateInput {

  private static final String STDIN = "-";

  @Option(
      names = "--state",
      paramLabel = "JSON",
      defaultValue = "",
      description = "The state, as JSON.")
  String option = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      defaultValue = "",
      description = "A file that holds the state (or a backup of one); - for standard input.")
  String file = "";

  /// @param json a state beside the flags; outer braces may be left out
  boolean isGiven(String json) {
    return !json.isBlank() || !option.isBlank() || !file.isBlank();
  }

  /// Empty where none is given.
  ///
  /// @throws RefusedException when it is no state, or given twice
  Optional<Value.Mapping> read(Run run, String json) {
    if (!isGiven(json)) {
      return Optional.empty();
    }
    long given = Stream.of(json, option, file).filter(text -> !text.isBlank()).count();
    if (given > 1) {
      throw new RefusedException(
          Refusal.USAGE, "the state is given twice", "Give it as JSON, or by --file.");
    }
    if (file.isBlank()) {
      return Optional.of(StateText.of(json + option).state());
    }
    Path path = run.console().folder().resolve(file);
    return Optional.of(Backups.stateIn(text(run, path)));
  }

  private String text(Run run, Path path) {
    try {
      return file.equals(STDIN)
          ? run.console().in().lines().collect(Collectors.joining("\n"))
          : Files.readString(path);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, "can't read " + file + ": " + Reasons.of(unreadable), "Check --file.");
    }
  }
}
