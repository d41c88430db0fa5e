package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a shell offers once it has read `ftctl completion`; shells that are not here are left out.
class CompletionTest {

  /// The line that is being typed, behind the program's name; then what is offered, and what not.
  private static final String LINES =
      """
      pl|plan|apply
      certificate |list approve revoke|plan
      certificate list --format=j||
      plan --fo|--format|--fold
      plan --prune --ba|--base|--baseless
      plan --format |text json markdown|yaml
      get --format |text json yaml|markdown
      plan --run-setup-tests |auto always never|
      get |connector group webhook|Connector
      completion |bash zsh fish|
      completion ba|bash|zsh
      apply --aut|--auto-approve|--api_key
      state get --o|--out|--api_secret
      plan --config f|ftctl.yaml|
      apply f|ftctl.yaml|plan
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void shellOffersWhatFits(String shell) throws Exception {
    assumeThat(isHere(shell)).as("no " + shell + " here").isTrue();
    var workspace = new Workspace(folder).file("ftctl.yaml", "{}\n");
    workspace.file("script", workspace.succeed("completion", shell).out());
    List<String[]> lines = LINES.lines().map(line -> line.split("[|]", -1)).toList();
    List<String> offers = offers(shell, lines.stream().map(line -> "ftctl " + line[0]).toList());

    for (int at = 0; at < lines.size(); at++) {
      String[] line = lines.get(at);
      Set<String> offered = offered(line[0], offers.get(at));
      assertThat(offered).as("%s: ftctl %s", shell, line[0]).containsAll(words(line[1]));
      assertThat(words(line[2])).as("%s: ftctl %s", shell, line[0]).noneMatch(offered::contains);
    }
  }

  @ParameterizedTest
  @CsvSource({"tcsh", "''"})
  void othersAreRefused(String shell) {
    Ran ran = new Workspace(folder).run("completion", shell);

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.out()).isEmpty();
  }

  /// A shell leaves out what does not go on as the last word begins.
  private static Set<String> offered(String typed, String answer) {
    String begun = typed.substring(typed.lastIndexOf(' ') + 1);
    return words(answer).stream()
        .filter(word -> word.startsWith(begun))
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
  }

  private static boolean isHere(String shell) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
  }

  /// A line of words for each line that is typed.
  private List<String> offers(String shell, List<String> typed) throws Exception {
    var script = new StringBuilder();
    if (shell.equals("fish")) {
      script.append("source script\n");
      typed.forEach(
          line -> script.append("echo (complete -C ").append(quoted(line)).append(" | cut -f1)\n"));
    } else {
      script.append(shell.equals("zsh") ? "autoload -U compinit; compinit -u -D\n" : "");
      script.append("source ./script\n");
      script.append("offer() {\n");
      script.append(
          shell.equals("zsh")
              ? "emulate -L sh; setopt kshglob noshglob braceexpand ksharrays\n"
              : "");
      script.append(
          """
          COMP_LINE=$1; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
          _complete_ftctl 2>/dev/null; echo ${COMPREPLY[@]}
          }
          """);
      for (String line : typed) {
        script.append("offer ").append(quoted(line));
        Stream.of(line.split(" ", -1)).forEach(word -> script.append(' ').append(quoted(word)));
        script.append('\n');
      }
    }
    Files.writeString(folder.resolve("ask"), script);
    return run(shell, shell.equals("bash") ? "--norc" : shell.equals("zsh") ? "-f" : "--no-config");
  }

  private List<String> run(String shell, String option) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(shell, option, "ask")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
