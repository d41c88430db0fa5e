package dev.ftctl.cli.export;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.ProjectText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// What an account has, as the manifests of a new project.
public record AdoptedAccount(Run run, CommonFlags common, AccountFlags accounts) {

  /// What came of it.
  ///
  /// @param code of the export
  /// @param variables that the manifests read
  /// @param document what it printed for programs; empty where it printed for people
  public record Exported(int code, List<String> variables, String document) {
    public Exported {
      variables = List.copyOf(variables);
    }
  }

  /// Exports as `export -o` does, and prints what that prints, unless a document is asked for.
  ///
  /// @param folder as the user wrote it
  /// @throws dev.ftctl.model.problem.ApiException when the account can't be read
  public Exported into(String folder) {
    var printed = new StringWriter();
    var command = new ExportCommand(common.isText() ? run : printingTo(printed));
    command.common = common;
    command.accounts = accounts;
    command.target = folder;
    int code = command.call();
    return new Exported(
        code, variables(run.console().folder().resolve(folder)), printed.toString());
  }

  private Run printingTo(StringWriter printed) {
    Console console = run.console();
    var quiet =
        new Console(
            new PrintWriter(printed),
            console.err(),
            console.in(),
            console.environment(),
            console.folder(),
            console.terminals(),
            console.clock(),
            console.disk(),
            console.sleeper());
    return Run.on(quiet, run.stop(), run.kinds());
  }

  private static List<String> variables(Path folder) {
    Path example = folder.resolve(StandingProject.EXAMPLE);
    if (!Files.isRegularFile(example, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try {
      return ProjectText.variables(Files.readString(example, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
