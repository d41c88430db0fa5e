package dev.ftctl.cli.help;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.testing.Golden;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help of the whole is laid out without the library: it says what the library would.
class FrontPageTest {

  private static final Path TEXTS = Path.of("src/main/java/dev/ftctl/cli/help/FrontPageTexts.java");

  private static CommandLine library;

  @BeforeAll
  static void makeAllCommands() {
    library =
        Ftctl.described(
            new Console(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                new BufferedReader(Reader.nullReader()),
                Map.of(),
                Path.of(""),
                Console.Terminals.NONE));
  }

  @Test
  void textsAreThoseOfTheCommands() {
    Golden.checkFile(TEXTS, texts());
  }

  /// No other is ever asked for (Console#helpWidth).
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pageIsWhatTheLibraryPrintsAtEachWidth(boolean isColoured) {
    for (int width = 55; width <= 100; width++) {
      library.setUsageHelpWidth(width);

      assertThat(new FrontPage(width, isColoured).text())
          .as("%d columns", width)
          .isEqualTo(library.getUsageMessage(isColoured ? Ansi.ON : Ansi.OFF));
    }
  }

  private static String texts() {
    CommandSpec whole = library.getCommandSpec();
    String options =
        whole.options().stream()
            .filter(option -> !option.hidden())
            .map(option -> row(String.join(", ", option.names()), option.description()))
            .collect(joining());
    String commands =
        library.getSubcommands().entrySet().stream()
            .filter(command -> !usage(command.getValue()).hidden())
            .map(command -> row(command.getKey(), listed(usage(command.getValue()))))
            .collect(joining());
    return """
    package dev.ftctl.cli.help;

    /// What the help of the whole says, written from the commands themselves by FrontPageTest
    /// (-Dgolden.update=true). Code, not a resource: reading one opens the program's jar.
    final class FrontPageTexts {

      private static final String COMMANDS =
          ""\"
    %s      ""\";

      private FrontPageTexts() {}

      static String about() {
        return "%s";
      }

      static String options() {
        return ""\"
    %s    ""\";
      }

      static String commands() {
        return COMMANDS;
      }
    }
    """
        .formatted(
            commands.indent(6),
            String.join(" ", whole.usageMessage().description()),
            options.indent(4));
  }

  /// What the library lists of a command.
  private static String[] listed(UsageMessageSpec usage) {
    return usage.header().length > 0 ? usage.header() : usage.description();
  }

  private static UsageMessageSpec usage(CommandLine command) {
    return command.getCommandSpec().usageMessage();
  }

  private static String row(String name, String[] description) {
    return name + "\\t" + String.join(" ", description) + "\n";
  }
}
