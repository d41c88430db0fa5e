package dev.ftctl.cli.telling;

import dev.ftctl.cli.process.Run;
import dev.ftctl.model.shown.ShellWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Refuses a `--config` that is another program's: the vendor's takes a body there, others a file
/// with an API key. Nothing of either is shown, since both may hold secrets.
public final class OtherConfig {

  private static final String CONFIG = "--config";
  private static final String CREDENTIALS = "--credentials";
  private static final String NAMES = CONFIG + " names the project file (ftctl.yaml)";
  private static final int LARGEST_KEY_FILE = 64 * 1024;

  private OtherConfig() {}

  /// @throws ParameterException that names the flag that is meant
  public static void check(Run run, ParseResult given) {
    for (ParseResult at = given; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
      for (OptionSpec option : at.matchedOptions()) {
        if (option.longestName().equals(CONFIG)) {
          check(run, at, option.originalStringValues().getLast());
        }
      }
    }
  }

  private static void check(Run run, ParseResult at, String value) {
    if (value.strip().startsWith("{") || value.strip().startsWith("[")) {
      throw new ParameterException(
          at.commandSpec().commandLine(),
          NAMES
              + ", and this is JSON: the body of a call goes with ftctl api METHOD PATH --input"
              + " FILE (- for standard input), and what a connection is to have stands in its"
              + " manifest");
    }
    if (holdsKey(run, value)) {
      boolean isTaken = at.commandSpec().optionsMap().containsKey(CREDENTIALS);
      throw new ParameterException(
          at.commandSpec().commandLine(),
          NAMES
              + ", and "
              + value
              + " holds an API key: "
              + (isTaken
                  ? "did you mean " + CREDENTIALS + " " + ShellWord.of(value) + "?"
                  : "commands that read the account take it by " + CREDENTIALS));
    }
  }

  /// As JSON in any of its shapes. A project file names only the variables of a key.
  private static boolean holdsKey(Run run, String file) {
    try {
      Path path = run.console().folder().resolve(file);
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_KEY_FILE) {
        return false;
      }
      try (InputStream in = Files.newInputStream(path)) {
        String text =
            new String(in.readNBytes(LARGEST_KEY_FILE), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT);
        return text.strip().startsWith("{")
            && text.contains("api_key\"")
            && text.contains("api_secret\"");
      }
    } catch (IOException | InvalidPathException unreadable) {
      // Whoever reads it as a project file says so.
      return false;
    }
  }
}
