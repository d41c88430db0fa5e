package dev.ftctl.cli;

import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.git.RepositoryTop;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The part of a command line that says what is planned, as a saved plan brings it along: each
/// option as `--name=value`, then `--` and the paths. What a plan file says is somebody else's
/// word: of files it may name those of the repository that apply stands in, and a project file only
/// when apply would take the same without it.
///
/// @param arguments in that form
record SavedLine(List<String> arguments) {

  private static final String CONFIG = "--config";
  private static final String PROJECT = "ftctl.yaml";

  /// What these open only the command line itself opens.
  private static final Set<String> OPENING = Set.of("--allow-path", "--allow-credentials");

  /// How the account is reached, which is each command line's own too.
  private static final Set<String> REACHING = Set.of("--api-url", "--credentials", "--ca-file");

  /// Where secrets go, whoever applies says himself.
  private static final String HANDOUT = "--handout";

  private static final String PATHS = "--";
  private static final String NO_CACHE = "--no-cache";
  private static final String SINCE = "--changed-since";
  private static final String SANDBOX = "--sandbox";
  private static final Set<String> OF_FILES = Set.of(CONFIG, "--var-file");

  /// The line that somebody typed.
  static SavedLine typed(CommandSpec command) {
    return of(command.commandLine().getParseResult());
  }

  private static SavedLine of(ParseResult parsed) {
    Set<String> kept =
        Stream.of("manifests", "flags")
            .map(mixin -> parsed.commandSpec().mixins().get(mixin))
            .filter(Objects::nonNull)
            .flatMap(mixin -> mixin.options().stream())
            .map(OptionSpec::longestName)
            .collect(Collectors.toCollection(HashSet::new));
    kept.removeAll(OPENING);
    kept.remove(NO_CACHE);
    kept.add(SANDBOX);
    var arguments = new ArrayList<String>();
    // One that is given twice is matched twice.
    for (OptionSpec option : new LinkedHashSet<>(parsed.matchedOptions())) {
      String name = option.longestName();
      if (kept.contains(name)) {
        if (option.arity().max() == 0) {
          arguments.add(name);
        } else {
          option.originalStringValues().forEach(value -> arguments.add(name + "=" + value));
        }
      }
    }
    List<String> paths =
        parsed.matchedPositionals().stream()
            .flatMap(typed -> typed.originalStringValues().stream())
            .toList();
    if (!paths.isEmpty()) {
      arguments.add(PATHS);
      arguments.addAll(paths);
    }
    return new SavedLine(List.copyOf(arguments));
  }

  /// As a plan file keeps it: with the project file, where that is not the one of the folder.
  ///
  /// @param projectFile that was read, empty for none
  /// @throws RefusedException when apply could not take it
  SavedLine saved(String projectFile, Path folder) {
    var all = new ArrayList<>(arguments);
    if (!projectFile.isEmpty()
        && named().isEmpty()
        && !real(folder, projectFile).equals(standing(folder))) {
      all.addFirst(CONFIG + "=" + projectFile);
    }
    var line = new SavedLine(List.copyOf(all));
    line.paths().forEach(path -> requireWithin(folder, path, "the path " + path));
    line.requireProject(projectFile, folder);
    return line;
  }

  /// The same with the commit in the place of a revision that may mean another one later.
  ///
  /// @param commit where the revision of `--changed-since` and HEAD parted; empty without one
  SavedLine since(String commit) {
    return new SavedLine(
        arguments.stream()
            .map(argument ->
                !commit.isEmpty() && nameOf(argument).equals(SINCE)
                    ? SINCE + "=" + commit
                    : argument)
            .toList());
  }

  /// The options that apply has to be given beside the file.
  ///
  /// @param command that the plan is made by, which has some that a plan file never brings along
  List<String> toRepeat(CommandSpec command, Path folder) {
    var repeated = new ArrayList<String>();
    for (OptionSpec option :
        new LinkedHashSet<>(command.commandLine().getParseResult().matchedOptions())) {
      String name = option.longestName();
      if (OPENING.contains(name) || REACHING.contains(name) || name.equals(HANDOUT)) {
        option.originalStringValues().forEach(value -> repeated.add(name + "=" + value));
      }
    }
    options().stream()
        .filter(option -> isOfFile(option) && !isTaken(option, folder))
        .forEach(repeated::add);
    return repeated;
  }

  /// @param own the line of apply
  /// @throws RefusedException when that says otherwise, or when this names files that apply was not
  ///   told of
  void requireFitting(SavedLine own, Path folder) {
    for (String option : own.options()) {
      if (!option.equals(SANDBOX) && !options().contains(option)) {
        throw new RefusedException(
            Refusal.USAGE,
            nameOf(option) + " is not what the saved plan was made with",
            "A saved plan brings its options along: leave it out, or make a new plan with it.");
      }
    }
    for (String option : options()) {
      if (isOfFile(option) && !own.options().contains(option) && !isTaken(option, folder)) {
        throw new RefusedException(
            Refusal.USAGE,
            "the saved plan was made with a "
                + nameOf(option)
                + " that is not of the project of this folder",
            "Give apply the same " + nameOf(option) + " if you mean it.");
      }
    }
    paths().forEach(path -> requireWithin(folder, path, "a path of the saved plan"));
  }

  /// @param projectFile that was read, empty for none
  /// @throws RefusedException when it is another than that of the folder, and not named
  void requireProject(String projectFile, Path folder) {
    Optional<Path> read = projectFile.isEmpty() ? Optional.empty() : real(folder, projectFile);
    Optional<Path> meant =
        named().map(file -> real(folder, file)).orElseGet(() -> standing(folder));
    if (!read.equals(meant)) {
      throw new RefusedException(
          Refusal.USAGE,
          "the paths of the saved plan lead to another project than that of this folder",
          "Name its project file with --config.");
    }
  }

  /// What it asks.
  ///
  /// @param own flags of apply
  /// @throws RefusedException when it is no line that ftctl writes
  PlanArguments read(Run run, ManifestFlags own) {
    var command = new PlanCommand(run);
    var line = new CommandLine(command);
    line.setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
    try {
      if (of(line.parseArgs(arguments.toArray(String[]::new))).equals(this)) {
        PlanArguments asked = command.arguments();
        asked.manifests().openOnly(own);
        return asked;
      }
    } catch (ParameterException otherwise) {
      // Its text would quote the file.
    }
    throw new RefusedException(
        Refusal.INVALID,
        "the saved plan brings a command line that ftctl does not write",
        "Nothing was changed. Make a new plan with -o and look at it again.");
  }

  private List<String> options() {
    return arguments.stream().takeWhile(argument -> !argument.equals(PATHS)).toList();
  }

  private List<String> paths() {
    return arguments.stream().dropWhile(argument -> !argument.equals(PATHS)).skip(1).toList();
  }

  private Optional<String> named() {
    return options().stream()
        .filter(option -> nameOf(option).equals(CONFIG))
        .map(SavedLine::valueOf)
        .findFirst();
  }

  private static boolean isOfFile(String option) {
    return OF_FILES.contains(nameOf(option));
  }

  /// Whether apply would use that file without being told of it.
  private static boolean isTaken(String option, Path folder) {
    return nameOf(option).equals(CONFIG)
        ? real(folder, valueOf(option)).equals(standing(folder))
        : isWithin(folder, valueOf(option));
  }

  private static String nameOf(String option) {
    int end = option.indexOf('=');
    return end < 0 ? option : option.substring(0, end);
  }

  private static String valueOf(String option) {
    return option.substring(option.indexOf('=') + 1);
  }

  private static void requireWithin(Path folder, String path, String what) {
    if (!isWithin(folder, path)) {
      throw new RefusedException(
          Refusal.USAGE,
          what + " lies outside of the repository, which a saved plan does not lead out of",
          "Plan what lies in this repository.");
    }
  }

  /// Judged by where links lead.
  private static boolean isWithin(Path folder, String path) {
    Path top =
        RepositoryTop.above(folder).or(() -> standing(folder).map(Path::getParent)).orElse(folder);
    try {
      Path at = folder.resolve(path).normalize();
      while (at != null && !Files.exists(at)) {
        at = at.getParent();
      }
      return at != null && at.toRealPath().startsWith(top.toRealPath());
    } catch (IOException | InvalidPathException nowhere) {
      return false;
    }
  }

  /// The project file that a run in this folder takes when it is told nothing.
  private static Optional<Path> standing(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(PROJECT))) {
        return real(at, PROJECT);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> real(Path folder, String path) {
    try {
      return Optional.of(folder.resolve(path).toRealPath());
    } catch (IOException | InvalidPathException nowhere) {
      return Optional.empty();
    }
  }
}
