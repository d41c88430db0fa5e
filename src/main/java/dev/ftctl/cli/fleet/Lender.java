package dev.ftctl.cli.fleet;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.input.ReadRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The command that a fleet runs for each environment, which lends it its flags.
///
/// @param command with flags that are filled when the fleet's are read
record Lender(CommandLine command) {

  /// What is one file for one account: a fleet takes a folder, with a file for each.
  static final Map<String, String> FOLDERS =
      Map.of("--out", ".json", "--since", ".json", "--journal", ".jsonl");

  /// What means one account, or a person at a terminal; and what the fleet has of its own.
  private static final Set<String> KEPT =
      Set.of("--env", "--sandbox", "--changed-since", "--handout");

  /// Of these mixins nothing is lent.
  private static final List<String> KEPT_MIXINS = List.of("common", "accept", "watch");

  String name() {
    return spec().name();
  }

  String description() {
    return String.join(" ", spec().usageMessage().description());
  }

  /// Puts what it lends into a command that has flags of its own already.
  void lend(CommandSpec borrower) {
    var kept = new HashSet<>(KEPT);
    KEPT_MIXINS.stream()
        .flatMap(name -> Stream.ofNullable(spec().mixins().get(name)))
        .flatMap(mixin -> mixin.options().stream())
        .forEach(option -> kept.add(option.longestName()));
    for (OptionSpec option : spec().options()) {
      boolean isOwn = borrower.findOption(option.longestName()) != null;
      if (!isOwn && !kept.contains(option.longestName())) {
        borrower.addOption(lent(option));
      }
    }
    for (PositionalParamSpec positional : spec().positionalParameters()) {
      borrower.addPositional(PositionalParamSpec.builder(positional).build());
    }
  }

  private static OptionSpec lent(OptionSpec option) {
    OptionSpec.Builder lent = OptionSpec.builder(option);
    String ending = FOLDERS.get(option.longestName());
    return ending == null
        ? lent.build()
        : lent.paramLabel("DIR").description(words(option.longestName(), ending)).build();
  }

  private static String words(String option, String ending) {
    String file = "DIR/ENVIRONMENT" + ending;
    return switch (option) {
      case "--out" -> "Save the plans as " + file + ", for: ftctl fleet apply DIR.";
      case "--since" ->
          "Tell what is new and what is gone since the run that wrote "
              + file
              + ", and write it anew.";
      default ->
          "Append every write as JSON to " + file + " (default: .ftctl/journal); none for nowhere.";
    };
  }

  boolean has(String option) {
    return spec().findOption(option) != null;
  }

  /// Whether it prints that format itself.
  boolean prints(Format format) {
    return CommonFlags.formats(spec()).contains(format.written());
  }

  /// What it would read, as far as the flags say that it lent, of no environment in particular.
  ///
  /// @param hasPaths whether its paths lead to manifests
  ReadRequest request(Run run, boolean hasPaths) {
    Instant now = run.console().clock().instant();
    for (CommandSpec mixin : spec().mixins().values()) {
      switch (mixin.userObject()) {
        case ManifestFlags manifests -> {
          if (!hasPaths) {
            manifests.paths = List.of();
          }
          return manifests.request(run, now).offline();
        }
        case ProjectFlags project -> {
          return project.request(run).offline();
        }
        case null, default -> {
          // Says nothing of manifests.
        }
      }
    }
    throw new IllegalStateException(name() + " reads no manifests");
  }

  private CommandSpec spec() {
    return command.getCommandSpec();
  }
}
