package dev.ftctl.cli.log;

import dev.ftctl.cli.process.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What of a run is kept in a log, and where.
@Command(addMethodSubcommands = false)
public final class LogFlags {

  private static final String VARIABLE = "FTCTL_LOG_FILE";
  private static final long USUAL_BYTES = 10L * 1024 * 1024;
  private static final int USUAL_OLDER = 3;
  private static final int MOST_OLDER = 1000;

  /// How lines are written.
  enum Format {
    TEXT,
    JSON
  }

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "Log requests and events into FILE, also FTCTL_LOG_FILE; three older ones are kept, of"
              + " 10 MiB each.")
  String file = "";

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      description = "Of the log: debug, info (default), warning or error.")
  LogLevel level = LogLevel.INFO;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "Of the log (default: text); json is one object a line.")
  Format format = Format.TEXT;

  long largest = USUAL_BYTES;

  @Option(names = "--log-max-bytes", paramLabel = "SIZE", hidden = true)
  void largest(String size) {
    largest =
        ByteSize.of(size)
            .orElseThrow(() ->
                wrong("--log-max-bytes " + size + " is no size; give bytes, as 10485760 or 10MiB"));
  }

  int older = USUAL_OLDER;

  @Option(names = "--log-backups", paramLabel = "N", hidden = true)
  void older(int count) {
    if (count < 0 || count > MOST_OLDER) {
      throw wrong("--log-backups " + count + " is not between 0 and " + MOST_OLDER);
    }
    older = count;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  /// Where the log is, as the user named it; empty for none.
  public String file(Console console) {
    return file.isEmpty() ? console.variable(VARIABLE) : file;
  }
}
