package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.file.FileHash;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.QuickSleeper;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/how-to/connector-sdk-in-ci.md, line by line, on the code of the example.
class ConnectorCodeStoryTest {

  @TempDir Path folder;

  @Test
  void fromSourcesToSyncs() throws Exception {
    Workspace.copy(Path.of("examples/code/orders_api"), folder.resolve("orders_api"));
    try (var lab = new Lab()) {
      var story =
          new Story(
              folder, workspace -> workspace.reaching(lab.sandbox()).waitingBy(new QuickSleeper()));
      Map<String, Runnable> events =
          Map.of(
              "built for the first time",
              () -> build(1),
              "the job builds it anew",
              () -> build(2),
              "the same code is built once more",
              () -> build(3),
              "somebody runs `fivetran deploy`",
              () -> deploy(lab));

      new ToldPage(story, events).tell(Path.of("docs/how-to/connector-sdk-in-ci.md"));

      assertThat(story.commands()).hasSize(10);
    }
  }

  /// What the step of the job does.
  private void build(int hour) {
    try {
      String code = Files.readString(folder.resolve("orders_api/connector.py"));
      Path dist = Files.createDirectories(folder.resolve("dist"));
      Files.write(dist.resolve("orders_api.zip"), Zips.at(hour, "connector.py", code));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void deploy(Lab lab) {
    byte[] zip = Zips.of("connector.py", "something else");
    ObjectNode account = lab.sandbox().control().account();
    account
        .path("connector_sdk_packages")
        .forEach(one ->
            ((ObjectNode) one)
                .put("_file", Base64.getEncoder().encodeToString(zip))
                .put("file_sha256_hash", FileHash.of(zip)));
    lab.sandbox().control().replaceAccount(account);
  }
}
