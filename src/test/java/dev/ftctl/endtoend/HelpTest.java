package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--help` of every command, and flags that stand before one.
class HelpTest {

  @TempDir Path folder;

  /// One by one, since each has flags of its own.
  @Test
  void everyCommandHasExamplesOfFlagsThatItHas() {
    var workspace = new Workspace(folder);

    for (String command : commands(workspace, List.of())) {
      String help = workspace.succeed((command + " --help").split(" ")).out();
      List<String> examples =
          help.lines().dropWhile(line -> !line.equals("Examples:")).skip(1).toList();

      assertThat(examples).as(command).isNotEmpty();
      for (String example : examples) {
        if (!example.startsWith("  # ")) {
          assertThat(example).as(command).contains("ftctl " + command);
          Ran parsed = workspace.run(words(example));
          assertThat(parsed.code()).as("%s: %s", example, parsed).isZero();
        }
      }
    }
  }

  /// The last goes the library's way.
  @ParameterizedTest
  @CsvSource({"--help", "-h", "help"})
  void shortWaysToHelpSayTheSameAsTheLongOne(String word) {
    var workspace = new Workspace(folder);

    assertThat(workspace.succeed(word).out())
        .isEqualTo(workspace.succeed("-hV").out())
        .contains("  plan ", "  sandbox ");
  }

  /// What the shell would hand over, with `--help` for doing nothing.
  private static String[] words(String example) {
    String line = example.strip().replaceAll("^source <\\(|\\)$| \\| source$|'", "");
    return (line.replaceFirst("^ftctl ", "") + " --help").split(" ");
  }

  /// Those that do something, with the words before them.
  private static List<String> commands(Workspace workspace, List<String> path) {
    var line = new ArrayList<>(path);
    line.add("--help");
    List<String> below =
        workspace
            .succeed(line.toArray(String[]::new))
            .out()
            .lines()
            .dropWhile(one -> !one.startsWith("Commands:"))
            .skip(1)
            .takeWhile(one -> !one.isBlank())
            .filter(one -> one.matches("  [a-z].*"))
            .map(one -> one.strip().split("[ ,]")[0])
            .filter(name -> !name.equals("help"))
            .toList();
    if (below.isEmpty()) {
      return List.of(String.join(" ", path));
    }
    var all = new ArrayList<String>();
    for (String name : below) {
      var longer = new ArrayList<>(path);
      longer.add(name);
      all.addAll(commands(workspace, longer));
    }
    return all;
  }

  @Test
  void helpOfPlanHasItsFlagsInGroups() {
    Golden.check("help/plan.txt", new Workspace(folder).succeed("plan", "--help").out());
  }

  @ParameterizedTest
  @CsvSource({
    "--sandbox plan --format json, 0",
    "--sandbox -vv --parallelism 4 --env= plan, 64",
    "--format json --sandbox sandbox show, 64",
    "--format json sandbox show, 0",
    "-q --timeout=5s --sandbox get groups, 0",
    "--config ftctl.yaml validate, 0",
    "--sandbox, 64",
    "--sandbox version, 64",
    "--prune --sandbox plan, 64",
  })
  void sharedFlagsMayStandBeforeTheCommand(String line, int code) {
    var workspace =
        new Workspace(folder)
            .file("ftctl.yaml", "{}\n")
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n");

    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.all()).doesNotContain("defect");
  }
}
