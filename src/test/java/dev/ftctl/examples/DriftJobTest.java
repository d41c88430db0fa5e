package dev.ftctl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script of the nightly job in `docs/how-to/drift-every-night.md`, run by a shell that finds
/// an `ftctl` which ends as told, and a `gh` which notes what it is asked.
class DriftJobTest {

  private static final Path GUIDE = Path.of("docs/how-to/drift-every-night.md");
  private static final String INDENT = " ".repeat(10);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "0  | none | report | 0  | none",
        "0  | 7    | report | 0  | issue close 7 --comment No drift any more.",
        "2  | none | report | 0  | issue create --title Drift in Fivetran --label drift --body-file"
            + " drift.md",
        "2  | 7    | report | 0  | issue edit 7 --body-file drift.md",
        "4  | 7    | report | 4  | issue edit 7 --body-file drift.md",
        "69 | none | report | 69 | none",
        "69 | 7    | report | 69 | issue edit 7 --body-file drift.md",
        "70 | 7    | none   | 70 | issue edit 7 --body-file drift.md",
      })
  void issueSaysWhatTheNightFound(int code, String open, String report, int ends, String asked)
      throws Exception {
    stub("ftctl", (report == null ? "" : "echo " + report + "\n") + "exit " + code);
    stub(
        "gh",
        "[ \"$1 $2\" = \"issue list\" ] && { echo "
            + (open == null ? "" : open)
            + "; exit; }\necho \"$*\" >> asked");

    int ended = run();

    assertThat(ended).isEqualTo(ends);
    List<String> calls = calls();
    assertThat(calls).noneMatch(call -> code != 0 && call.startsWith("issue close"));
    if (asked == null) {
      assertThat(calls).isEmpty();
    } else {
      assertThat(calls).last().isEqualTo(asked);
    }
    assertThat(folder.resolve("drift.md")).isNotEmptyFile();
  }

  private int run() throws IOException, InterruptedException {
    String text = Files.readString(GUIDE);
    String step = text.substring(text.indexOf("        run: |\n") + "        run: |\n".length());
    var script = new StringBuilder();
    step.lines()
        .takeWhile(line -> line.startsWith(INDENT))
        .forEach(line -> script.append(line.substring(INDENT.length())).append('\n'));
    var shell = new ProcessBuilder("bash", "-e", "-c", script.toString());
    shell.directory(folder.toFile()).redirectErrorStream(true);
    shell.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    shell.environment().put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    Process running = shell.start();
    running.getInputStream().readAllBytes();
    return running.waitFor();
  }

  private void stub(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> calls() throws IOException {
    Path asked = folder.resolve("asked");
    return Files.exists(asked) ? Files.readAllLines(asked, StandardCharsets.UTF_8) : List.of();
  }
}
