package dev.ftctl.cli.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class OtherFlagsTest {

  private static final Pattern FLAG = Pattern.compile("(?<![\\w-])-{1,2}[a-z][a-z-]*");

  /// What is said of a habit names flags of the command at hand, or the command that has them.
  @Test
  void namesNoFlagThatTheCommandWouldNotTake() {
    for (CommandSpec command : commands()) {
      for (String habit : OtherFlags.known()) {
        String said = OtherFlags.meaning(command, habit).orElse("");
        List<String> named = FLAG.matcher(said).results().map(found -> found.group()).toList();

        assertThat(command.optionsMap().keySet())
            .as("%s %s: %s", command.qualifiedName(), habit, said)
            .containsAll(named);
      }
    }
  }

  private static List<CommandSpec> commands() {
    var console =
        new Console(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            new BufferedReader(Reader.nullReader()),
            Map.of(),
            Path.of(""),
            Console.Terminals.NONE);
    List<CommandSpec> all =
        below(Ftctl.described(console)).map(CommandLine::getCommandSpec).distinct().toList();
    assertThat(all).hasSizeGreaterThan(50);
    return all;
  }

  private static Stream<CommandLine> below(CommandLine line) {
    return Stream.concat(
        Stream.of(line), line.getSubcommands().values().stream().flatMap(OtherFlagsTest::below));
  }
}
