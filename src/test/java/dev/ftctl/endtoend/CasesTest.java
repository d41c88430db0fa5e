package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Manifests and an account, and what comes of them, to the letter: `plan.txt` is what `plan`
/// prints, `calls.txt` what `apply` then asks of the API, `again.txt` what a second `plan` prints.
/// `-Dgolden.update=true` writes them.
class CasesTest {

  private static final SchemaCheck PLAN = new SchemaCheck("plan.schema.json");
  private static final SchemaCheck SAVED_PLAN = new SchemaCheck("saved-plan.schema.json");

  /// A saved plan holds no line of a manifest.
  private static final Pattern SOURCE_LINES = Pattern.compile("(?m)^ {3,}\\d* \\| .*\n");

  /// Which kinds a plan did not look at depends on how many there are.
  private static final Pattern UNLOOKED = Pattern.compile("; not looked at: [^(\n]* \\(");

  /// Saved plans are shown again in each in turn.
  private static final AtomicInteger FORMAT = new AtomicInteger();

  @TempDir Path temporary;

  static List<Case> cases() {
    return Case.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goesAsItsFilesSay(Case one) throws Exception {
    try (var lab = new Lab()) {
      Workspace workspace = CaseStage.begun(one, lab, temporary);
      var calls = new Calls().knowing(lab.sandbox().control().account());
      String plan = transcript(workspace, "plan", one.flags());
      requireSavedPlan(workspace, one.flags());
      lab.forget();

      String apply = transcript(workspace, "apply --auto-approve", one.flags());
      String asked =
          calls.knowing(lab.sandbox().control().account()).text(lab.sandbox().requests());
      String again = transcript(workspace, "plan", "");

      one.check("plan.txt", plan);
      one.check("calls.txt", ends(apply, asked));
      one.check("again.txt", again);
      assertThat(plan + apply + asked + again).doesNotContain("zq-");
    }
  }

  /// Whatever the plan, the file that keeps it is as its schema says.
  private static void requireSavedPlan(Workspace workspace, String flags) throws IOException {
    String line = "plan -o saved.json --parallelism 1 " + flags;
    String format = List.of("text", "json", "markdown").get(FORMAT.getAndIncrement() % 3);
    Ran ran = workspace.run((line.strip() + " --format " + format).split(" +"));
    Path file = workspace.folder().resolve("saved.json");
    if (Files.exists(file)) {
      JsonNode saved = new JsonMapper().readTree(file.toFile());
      assertThat(SAVED_PLAN.faults(saved)).isEmpty();
      assertThat(PLAN.faults(saved.path("plan"))).isEmpty();
      String look =
          Stream.of(" --show-unmanaged", " --expand")
              .filter(flag -> (" " + flags).contains(flag))
              .collect(Collectors.joining());
      String show = "show saved.json --format " + format + look;
      assertThat(workspace.succeed(show.split(" ")).out())
          .as(format)
          .isEqualTo(SOURCE_LINES.matcher(ran.out()).replaceAll(""));
      Files.delete(file);
    } else {
      assertThat(ran.all()).containsAnyOf("error: ", "problems", "[!CAUTION]");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holdsNothingThatNobodyReads(Case one) {
    assertThat(one.unread()).isEmpty();
  }

  @Test
  void areAllThereIsInTheirFolder() throws IOException {
    try (Stream<Path> files = Files.list(Case.ALL)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(Case.ALL.resolve("README.md"));
    }
  }

  /// The table that a newcomer begins with, below the words on top of it.
  @Test
  void areListedWithWhatTheyShow() throws IOException {
    Path file = Case.ALL.resolve("README.md");
    String top =
        Files.readString(file).replaceFirst("(?s)(\\| case \\|.*?---\\|---\\|\\R).*", "$1");

    String table =
        cases().stream()
            .map(one -> "| [%1$s](%1$s) | %2$s |\n".formatted(one, one.shows()))
            .collect(Collectors.joining());

    Golden.checkFile(file, top + table);
  }

  /// A command as on a terminal: with its line above and its exit code below.
  private static String transcript(Workspace workspace, String command, String flags) {
    String line = (command + " " + flags).strip();
    String unseen = " --parallelism 1" + (command.startsWith("apply") ? " --journal none" : "");
    Ran ran = workspace.run((line + unseen).split(" "));
    return "$ ftctl "
        + line
        + "\n\n"
        + UNLOOKED.matcher(ran.out() + ran.err()).replaceAll(" (").stripTrailing()
        + "\n\n(exit "
        + ran.code()
        + ")\n";
  }

  private static String ends(String transcript, String between) {
    List<String> lines = transcript.lines().toList();
    return lines.getFirst() + "\n\n" + between + "\n" + lines.getLast() + "\n";
  }
}
