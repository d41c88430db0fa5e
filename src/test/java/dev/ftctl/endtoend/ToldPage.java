package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the documentation, told from its first line to its last: blocks of the console are
/// run, a block of YAML or SQL below a line that ends in "`its/name.yaml`:" is written to that
/// file, and where a line of prose says that something happens it does.
final class ToldPage {

  private static final Pattern FILE = Pattern.compile(".*`([\\w./-]+\\.(?:ya?ml|sql))`:$");

  private final Story story;
  private final Map<String, Runnable> events;
  private Consumer<String> watcher = line -> {};
  private final Set<String> happened = new HashSet<>();
  private String fence = "";
  private String file = "";
  private final StringBuilder block = new StringBuilder();

  /// @param events by words of the page; each has to come true, once
  ToldPage(Story story, Map<String, Runnable> events) {
    this.story = story;
    this.events = events;
  }

  /// @param newWatcher is shown each line of the console before it is run
  ToldPage before(Consumer<String> newWatcher) {
    watcher = newWatcher;
    return this;
  }

  void tell(Path page) throws IOException, InterruptedException {
    for (String line : Files.readString(page).lines().toList()) {
      if (line.startsWith("```")) {
        fence(line.substring(3));
      } else if (fence.equals("console")) {
        watcher.accept(line);
        story.console(line);
      } else if (fence.isEmpty()) {
        prose(line);
      } else {
        block.append(line).append('\n');
      }
    }
    assertThat(happened).isEqualTo(events.keySet());
  }

  private void fence(String info) {
    if ((fence.startsWith("y") || fence.equals("sql")) && !file.isEmpty()) {
      story.workspace().file(file, block.toString());
      file = "";
    }
    block.setLength(0);
    fence = fence.isEmpty() ? info : "";
  }

  private void prose(String line) {
    Matcher named = FILE.matcher(line);
    if (named.matches()) {
      file = named.group(1);
    }
    story.prose(line);
    events.forEach((words, event) -> {
      if (line.contains(words)) {
        assertThat(happened.add(words)).as(words).isTrue();
        event.run();
      }
    });
  }
}
