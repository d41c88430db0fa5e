package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The story of docs/adopt.md, told to the program line by line.
class AdoptStoryTest {

  private static final Pattern CLICK =
      Pattern.compile("somebody sets `([^`]+)` of `([^@`]+)@([^`]+)` to `([^`]+)`");

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void everyLineDoesWhatItSays() throws IOException, InterruptedException {
    var story = new Story(folder, workspace -> workspace.reaching(lab.sandbox()));
    boolean isConsole = false;
    int clicks = 0;
    for (String line : Files.readString(Path.of("docs/adopt.md")).lines().toList()) {
      if (line.startsWith("```")) {
        isConsole = line.equals("```console");
      } else if (isConsole) {
        story.console(line);
      } else {
        story.prose(line);
        clicks += clicked(line);
      }
    }
    assertThat(story.commands()).hasSize(11);
    assertThat(clicks).isEqualTo(1);
    Ran again = story.workspace().succeed("export", "-o", ".");
    assertThat(again.err()).contains("0 files written");
  }

  private int clicked(String line) {
    Matcher click = CLICK.matcher(line);
    if (!click.find()) {
      return 0;
    }
    try (var person = new OtherTool(lab.sandbox())) {
      String group = person.idOf("groups", "name", click.group(3));
      for (var one : person.send("GET", "/groups/" + group + "/connections", "").path("items")) {
        if (one.path("schema").asText().equals(click.group(2))) {
          String body = "{'%s': %s}".formatted(click.group(1), click.group(4));
          person.send("PATCH", "/connections/" + one.path("id").asText(), body);
          return 1;
        }
      }
    }
    return 0;
  }
}
