package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The story of docs/adopt.md, told to the program line by line.
class AdoptStoryTest {

  private static final Pattern EDIT = Pattern.compile("In `([^`]+)` change `([^`]+)` to `([^`]+)`");

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();
  private Workspace workspace = new Workspace(Path.of("."));
  private String printed = "";

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void everyLineDoesWhatItSays() throws IOException {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    int commands = 0;
    for (String line : Files.readString(Path.of("docs/adopt.md")).lines().toList()) {
      Matcher edit = EDIT.matcher(line);
      if (edit.find()) {
        workspace.edit(edit.group(1), edit.group(2), edit.group(3));
      } else if (line.startsWith("$ ftctl ")) {
        Ran ran = workspace.succeed(line.substring("$ ftctl ".length()).split(" "));
        printed = ran.all();
        commands++;
      } else if (line.equals("$ cd fivetran")) {
        workspace = new Workspace(folder.resolve("fivetran")).reaching(lab.sandbox());
      } else if (line.contains(". ./.env")) {
        setVariables(Files.readAllLines(folder.resolve("fivetran/.env")));
      } else if (isPrinted(line)) {
        assertThat(printed).as(line).contains(line);
      }
    }
    assertThat(commands).isEqualTo(5);
    Ran again = workspace.succeed("export", "-o", ".");
    assertThat(again.err()).contains("0 files written");
  }

  private void setVariables(List<String> lines) {
    lines.stream()
        .filter(line -> line.contains("=") && !line.startsWith("#"))
        .forEach(line ->
            workspace.with(
                line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
  }

  private static boolean isPrinted(String line) {
    return line.matches("(~ update|    sync_|Nothing changes|Apply: |\\d+ documents).*");
  }
}
