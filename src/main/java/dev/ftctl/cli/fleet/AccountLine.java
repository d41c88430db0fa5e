package dev.ftctl.cli.fleet;

import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line for one account, made of the fleet's.
///
/// @param format that the command prints
record AccountLine(Run run, Asked asked, Format format) {

  private static final String NO_JOURNAL = "none";
  private static final String JOURNAL = "--journal";

  String[] of(String environment) {
    var words = new ArrayList<String>();
    words.add(asked.lender().name());
    for (String option : asked.passed().options()) {
      words.add(ofAccount(option, environment));
    }
    words.add("--env=" + environment);
    words.add("--format=" + format.written());
    since().ifPresent(words::add);
    if (asked.common().isVerbose()) {
      words.add(asked.common().isVeryVerbose() ? "-vv" : "-v");
    }
    log(environment).ifPresent(words::add);
    journal(environment).ifPresent(words::add);
    List<String> paths =
        asked
            .plans()
            .map(folder -> List.of(folder.path(environment)))
            .orElse(asked.passed().paths());
    if (!paths.isEmpty()) {
      words.add("--");
      words.addAll(paths);
    }
    return words.toArray(String[]::new);
  }

  /// A folder of the fleet's is a file of the account's.
  private static String ofAccount(String option, String environment) {
    int end = option.indexOf('=');
    String name = end < 0 ? option : option.substring(0, end);
    String ending = Lender.FOLDERS.get(name);
    String folder = option.substring(end + 1);
    return ending == null || name.equals(JOURNAL) && folder.equals(NO_JOURNAL)
        ? option
        : name + "=" + Path.of(folder).resolve(AccountFile.of(environment, ending));
  }

  /// A saved plan brings its own along.
  private Optional<String> since() {
    return asked
        .request()
        .since()
        .filter(since -> asked.plans().isEmpty() && asked.lender().has("--changed-since"))
        .map(since -> "--changed-since=" + since.revision());
  }

  /// A log that rolls has one writer.
  private Optional<String> log(String environment) {
    return asked
        .common()
        .logFile(run.console())
        .map(Path::of)
        .map(file -> file.resolveSibling(AccountFile.of(environment, "-" + file.getFileName())))
        .map(file -> "--log-file=" + file);
  }

  /// One of its own also where nobody said where.
  private Optional<String> journal(String environment) {
    if (!asked.lender().has(JOURNAL) || asked.passed().value(JOURNAL).isPresent()) {
      return Optional.empty();
    }
    Path folder = SandboxPlace.own(run.console().folder()).resolve("journal");
    return Optional.of(JOURNAL + "=" + folder.resolve(AccountFile.of(environment, ".jsonl")));
  }
}
