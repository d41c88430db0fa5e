package dev.ftctl.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Real streams of a real process: full ones, closed ones, and named ones.
@EnabledOnOs(OS.LINUX)
class StreamsTest {

  /// Descriptor 4 leads into a pipe that nobody reads any more.
  private static final String CLOSED_PIPE = "mkfifo pipe; (exec 5<pipe) & exec 4>pipe; wait $!; ";

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(folder.resolve("manifests"));
    Files.writeString(
        folder.resolve("manifests/group.yaml"), "kind: Group\nmetadata: {name: finance}\n");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void fullStdoutIsAFailureAndNothingIsChanged() throws Exception {
    String plan = shell("\"$@\" plan >/dev/full; echo code $?");
    String apply = shell("\"$@\" apply --auto-approve >/dev/full; echo code $?");

    assertThat(plan).contains("stdout can't be written").endsWith("code 1\n");
    assertThat(apply).contains("stdout can't be written", "nothing was changed");
    assertThat(apply).endsWith("code 1\n");
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void whatJsonCouldNotSayIsSaidInWords() throws Exception {
    String apply =
        shell("\"$@\" apply --auto-approve --format json --report r.json >/dev/full; echo code $?");

    assertThat(lab.writes()).hasSize(1);
    assertThat(apply).contains("stdout can't be written", "1 write.").endsWith("code 5\n");
    assertThat(Files.readString(folder.resolve("r.json"))).contains("\"exit_code\" : 5");
  }

  @Test
  void closedPipeMakesNoNoise() throws Exception {
    String plan = shell(CLOSED_PIPE + "\"$@\" plan >&4; echo code $?");

    assertThat(plan).isEqualTo("code 1\n");
  }

  /// With a file behind stdout, the plan's text is not written over.
  @Test
  void stdoutMayBeNamed() throws Exception {
    String said = shell("\"$@\" plan -o /dev/stdout >out.txt; echo code $?");

    assertThat(said).endsWith("code 0\n");
    assertThat(Files.readString(folder.resolve("out.txt")))
        .startsWith("ftctl plan")
        .contains("Plan: 1 create")
        .contains("ftctl-saved-plan/v2")
        .endsWith("}\n");
  }

  @Test
  void fullDeviceThatIsNamedIsAFailure() throws Exception {
    String plan = shell("\"$@\" plan -o /dev/full; echo code $?");
    String apply = shell("\"$@\" apply --auto-approve --report /dev/full; echo code $?");

    assertThat(plan).contains("can't write /dev/full").endsWith("code 1\n");
    assertThat(apply).contains("can't write /dev/full").endsWith("code 5\n");
    assertThat(lab.writes()).hasSize(1);
    assertThat(Files.readAttributes(Path.of("/dev/full"), "isOther"))
        .isEqualTo(Map.of("isOther", true));
  }

  private String shell(String line) throws Exception {
    Process process =
        Child.shell(
            Map.of(
                "FIVETRAN_API_URL", lab.sandbox().url().toString(),
                "FIVETRAN_API_KEY", lab.sandbox().apiKey(),
                "FIVETRAN_API_SECRET", lab.sandbox().apiSecret(),
                "FTCTL_QUOTAS", "none"),
            folder,
            line);
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return text;
  }
}
