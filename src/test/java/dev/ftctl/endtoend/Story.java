package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A document told to the program line by line: its commands are run, and what it prints below them
/// is printed. `# ends with 2` behind a command is its exit code.
final class Story {

  private static final Pattern CODE = Pattern.compile("# ends with (\\d+)");
  private static final Pattern EDIT = Pattern.compile("In `([^`]+)` change `([^`]+)` to `([^`]+)`");

  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^ '])+");

  private final Map<String, String> environment = new TreeMap<>();
  private final UnaryOperator<Workspace> start;
  private final List<String> commands = new ArrayList<>();
  private Path folder;
  private String printed = "";

  /// @param start what every folder has
  Story(Path folder, UnaryOperator<Workspace> start) {
    this.folder = folder;
    this.start = start;
  }

  /// Of the folder in which the story is now, with what was exported.
  Workspace workspace() {
    Workspace workspace = start.apply(new Workspace(folder));
    environment.forEach(workspace::with);
    return workspace;
  }

  /// Those of ftctl that were run.
  List<String> commands() {
    return commands;
  }

  void export(String variable, String text) {
    environment.put(variable, text);
  }

  /// A line of prose, which may change a file.
  void prose(String line) {
    Matcher edit = EDIT.matcher(line);
    if (edit.find()) {
      workspace().edit(edit.group(1), edit.group(2), edit.group(3));
    }
  }

  /// A line of a block of the console.
  void console(String line) throws IOException, InterruptedException {
    if (line.startsWith("$ ")) {
      run(line.substring(2));
    } else {
      // What differs from run to run is left out.
      String pattern =
          Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
      assertThat(printed).as(line).containsPattern(pattern);
    }
  }

  private void run(String line) throws IOException, InterruptedException {
    Matcher code = CODE.matcher(line);
    int expected = code.find() ? Integer.parseInt(code.group(1)) : 0;
    String command = line.replaceFirst(" +# .*$", "");
    if (command.startsWith("cd ")) {
      folder = folder.resolve(command.substring(3));
    } else if (command.startsWith("export ")) {
      String set = command.substring("export ".length());
      export(set.substring(0, set.indexOf('=')), set.substring(set.indexOf('=') + 1));
    } else if (command.contains(". ./.env")) {
      Files.readAllLines(folder.resolve(".env")).stream()
          .filter(one -> one.contains("=") && !one.startsWith("#"))
          .forEach(one ->
              export(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1)));
    } else if (command.matches("([A-Z_]+=\\S+ )?ftctl .*")) {
      commands.add(command);
      int begin = command.indexOf("ftctl ");
      Workspace workspace = workspace();
      if (begin > 0) {
        String[] set = command.substring(0, begin - 1).split("=", 2);
        workspace.with(set[0], set[1]);
      }
      Ran ran = workspace.run(words(command.substring(begin + "ftctl ".length())));
      assertThat(ran.code()).as("%s%n%s", command, ran).isEqualTo(expected);
      printed = ran.all();
    } else {
      printed = shell(command);
    }
  }

  /// As a shell takes them apart that sees single quotes and nothing else.
  private static String[] words(String line) {
    return WORD.matcher(line)
        .results()
        .map(word -> word.group().replace("'", ""))
        .toArray(String[]::new);
  }

  private String shell(String command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("/bin/sh", "-c", command).directory(folder.toFile());
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + who + "_NAME", "Ana");
      builder.environment().put("GIT_" + who + "_EMAIL", "ana@acme.example");
    }
    builder.environment().put("GIT_PAGER", "cat");
    Process shell = builder.redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as("%s%n%s", command, said).isZero();
    return said;
  }
}
