package dev.ftctl.cli.sql;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.AttachedWord;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl sql rewrite`: names of the source become those of the destination. Sends GETs only, with
/// `--schema` nothing.
@Command(
    name = "rewrite",
    description =
        "Give tables and columns in SQL files the names that they have in the destination.")
final class SqlRewriteCommand implements Callable<Integer> {

  private static final String USUAL_SUFFIX = ".bak";

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "SQL files, and folders with .sql files.")
  List<String> paths = List.of();

  @Option(
      names = "--connector",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The connection whose names count: its address, live name or id.")
  String connector = "";

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Read no account: its schema configuration, as the API tells it, is in FILE.")
  String schema = "";

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "snowflake, bigquery, redshift, postgres, databricks, sqlserver or mysql, or the service"
              + " of a destination (default: that of the connection's destination).")
  String dialect = "";

  @Option(
      names = {"-i", "--in-place"},
      description = "Write the files; without it the rewritten text of one file is printed.")
  boolean isInPlace;

  @Option(
      names = "--backup",
      paramLabel = "SUFFIX",
      arity = "0..1",
      preprocessor = Attached.class,
      description = "With -i: keep what stood there in FILE.bak, or as given: --backup=.orig.")
  String backup = "";

  @Option(
      names = "--check",
      description = "Write nothing; print a diff and exit 3 when a file has names of the source.")
  boolean isCheck;

  @Option(
      names = "--source-names",
      description =
          "The files have names of the source only: rewrite those, too, that something else has in"
              + " the destination. Run it once.")
  boolean isSource;

  private final Run run;

  public SqlRewriteCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    require();
    List<SqlFile> files = new SqlFolder(run).files(paths);
    if (!isInPlace && !isCheck && files.size() != 1) {
      throw usage(
          "there are " + files.size() + " files, and one is printed",
          "Give -i to write them, or --check to see what would change.");
    }
    var asked = new NamesAsked(run, common, connector, schema, dialect, isSource);
    RewrittenFiles rewritten =
        schema.isEmpty() ? asked.ofAccount(files, accounts, project) : asked.ofFile(files);
    ExitCode code =
        !rewritten.problems().isEmpty()
            ? ExitCode.INVALID
            : isCheck && !rewritten.changed().isEmpty() ? ExitCode.FOUND : ExitCode.OK;
    if (isInPlace) {
      new SqlFolder(run).write(rewritten.changed(), backup);
    }
    new RewriteTelling(run, common, isInPlace, isCheck).tell(rewritten, code);
    return code.number();
  }

  private void require() {
    if (connector.isEmpty() == schema.isEmpty()) {
      throw usage(
          connector.isEmpty()
              ? "nothing says which names count"
              : "--connector and --schema both say which names count",
          "Give --connector NAME, or --schema FILE with its saved schema configuration.");
    }
    if (isInPlace && isCheck) {
      throw usage("-i writes files, and --check writes none", "Give one of them.");
    }
    if (!backup.isEmpty() && !isInPlace) {
      throw usage("--backup needs -i, which writes files", "Give -i too.");
    }
    if (backup.contains("/") || backup.contains("\\")) {
      throw usage("--backup=" + backup + " is no suffix of a name", "Give one like .orig.");
    }
  }

  private static RefusedException usage(String message, String next) {
    return new RefusedException(Refusal.USAGE, message, next);
  }

  /// See the flag's own words.
  static final class Attached extends AttachedWord {
    Attached() {
      super(USUAL_SUFFIX);
    }
  }
}
