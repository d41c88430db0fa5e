package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Flags of the vendor's own program, on every command that they can mean something to.
class VendorFlagsTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261202);

  /// Lines at which somebody is asked.
  private static final List<String> ASKING =
      List.of(
          "sync connector/*",
          "resync connector/*",
          "pause connector/*",
          "resume connector/*",
          "test connector/*",
          "api DELETE groups/nobody");

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void outputIsAnotherNameOfFormatOnEveryCommand() {
    var workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());
    SortedMap<String, CommandSpec> printing = having("--format");

    assertThat(printing).hasSizeGreaterThan(50);
    printing.forEach(
        (name, command) -> assertThat(command.findOption("--output").hidden()).as(name).isTrue());
    sample(printing.keySet())
        .forEach(name -> {
          Ran ran = workspace.run((name + " --output nope --non-interactive").split(" "));
          assertThat(ran.code()).as("%s %s", name, ran).isEqualTo(64);
          assertThat(ran.err()).as(name).startsWith("error: --format nope: ");
        });
    assertThat(workspace.succeed("validate", "--output=json").out()).startsWith("{");
    assertThat(workspace.run("validate", "--output=json", "--output=text").out())
        .doesNotStartWith("{");
  }

  @Test
  void nobodyIsAskedAnything() {
    var workspace =
        new Workspace(folder).withExamples().reaching(lab.sandbox()).onTerminal().typing("yes\n");

    requireRefusal(workspace, "apply");
    workspace.succeed("apply", "--auto-approve", "--non-interactive");
    ASKING.forEach(line -> requireRefusal(workspace, line));

    assertThat(having("--yes").values())
        .allSatisfy(
            command -> assertThat(command.findOption("--non-interactive").hidden()).isTrue());
  }

  /// A wrong line takes a while: all commands are made to tell what is wrong with it.
  private static Stream<String> sample(Set<String> names) {
    var shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled.stream().limit(Scale.of(8, shuffled.size()));
  }

  private void requireRefusal(Workspace workspace, String line) {
    lab.forget();

    Ran ran = workspace.runOnTerminal((line + " --non-interactive").split(" "));

    assertThat(ran.code()).as("%s %s", line, ran).isEqualTo(4);
    assertThat(ran.err()).as(line).contains("nobody can be asked").contains("Give --");
    assertThat(lab.writes()).as(line).isEmpty();
  }

  private static SortedMap<String, CommandSpec> having(String flag) {
    var commands = new TreeMap<String, CommandSpec>();
    collect(Ftctl.described(Console.ofProcess()), "", flag, commands);
    return commands;
  }

  private static void collect(
      CommandLine at, String name, String flag, SortedMap<String, CommandSpec> into) {
    at.getSubcommands()
        .forEach((word, below) -> collect(below, (name + " " + word).strip(), flag, into));
    if (at.getCommandSpec().optionsMap().containsKey(flag)) {
      into.put(name, at.getCommandSpec());
    }
  }
}
