package dev.ftctl.cli.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ftctl.cli.Workbench;
import dev.ftctl.cli.Workbench.Ran;
import dev.ftctl.cli.process.Stop;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The lessons of docs/how-to/practice-api.md: its scripts are written, its commands typed, and
/// what it shows below them is printed.
final class PracticePageTest {

  private static final Path PAGE = Path.of("docs/how-to/practice-api.md");
  private static final Pattern SCRIPT = Pattern.compile(".*`([\\w-]+[.]sh)`.*:$");
  private static final String START = "ftctl playground start ";
  private static final String PLACE = "127.0.0.1:5001";

  @TempDir Path folder;
  private Stop stop = new Stop();
  private CompletableFuture<Ran> serving = CompletableFuture.completedFuture(new Ran(0, "", ""));
  private int port;
  private String printed = "";

  @AfterEach
  void end() {
    stop.ended(0);
    stop.ask();
    assertThat(serving.join().code()).isZero();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void everyLessonTeachesWhatItSays() throws IOException, InterruptedException {
    String fence = "";
    String script = "";
    int commands = 0;
    var block = new StringBuilder();
    for (String line : Files.readString(PAGE).lines().toList()) {
      Matcher named = SCRIPT.matcher(line);
      if (line.equals("```") && fence.equals("sh")) {
        Files.writeString(folder.resolve(script), block.toString().replace(PLACE, place()));
      }
      if (line.startsWith("```")) {
        fence = fence.isEmpty() ? line.substring(3) : "";
        block.setLength(0);
      } else if (fence.equals("sh")) {
        block.append(line).append('\n');
      } else if (fence.equals("console") && line.startsWith("$ ")) {
        run(line.substring(2));
        commands++;
      } else if (fence.equals("console")) {
        assertThat(printed).containsPattern(pattern(line));
      } else if (named.matches()) {
        script = named.group(1);
      }
    }
    assertThat(commands).isEqualTo(21);
  }

  /// What differs from run to run is left out of it.
  private static String pattern(String line) {
    return Stream.of(line.split("…", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*", "(?m)^\\s*", "$"));
  }

  private void run(String command) throws IOException, InterruptedException {
    if (!command.startsWith(START)) {
      printed = shell(command.replace(PLACE, place()));
      return;
    }
    end();
    try (var socket = new ServerSocket(0)) {
      // The scripts that were written go on with the port that they have.
      port = port == 0 ? socket.getLocalPort() : port;
    }
    Path ready = folder.resolve("credentials.json");
    Files.deleteIfExists(ready);
    String[] words = (command.substring("ftctl ".length()) + " --port " + port).split(" ");
    assertThat(Arrays.asList(words)).contains("--credentials-out");
    stop = new Stop();
    Stop own = stop;
    serving = CompletableFuture.supplyAsync(() -> new Workbench(folder).run(own, words));
    await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(ready) || serving.isDone());
  }

  private String place() {
    return "127.0.0.1:" + port;
  }

  private String shell(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as("%s%n%s", command, said).isZero();
    return said;
  }
}
