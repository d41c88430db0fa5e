package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.Workbench.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Command lines of the vendor's own program lead to the command or flag that is meant.
class VendorWordsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connection list|Did you mean: ftctl get connectors?",
        "connector list|Did you mean: ftctl get connectors?",
        "connection get --connection-id abc|Did you mean: ftctl get connectors abc?",
        "connection sync --connection-id abc|Did you mean: ftctl sync abc?",
        "connection resync --connection-id=abc --scope {}|Did you mean: ftctl resync abc?",
        "connection test abc|Did you mean: ftctl test abc?",
        "beta connection list --limit 3|Did you mean: ftctl get connectors?",
        "fivetran beta connection pause --connection-id abc|Did you mean: ftctl pause abc?",
        "fivetran beta hybrid-deployment-agent list|Did you mean: ftctl get hybrid-agents?",
        "beta private-links get --private-link-id pl|Did you mean: ftctl get private-links pl?",
        "beta destination update --destination-id abc|(kind: Destination)",
        "beta deploy|ftctl apply does what ftctl plan shows",
        "plan --config {\"host\":\"hunter2\"}|ftctl api METHOD PATH --input FILE",
      })
  void leadToWhatIsMeant(String line, String expected) {
    Ran ran = Workbench.ofExample(folder).run(line.split(" "));

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).startsWith("error: ").contains(expected).doesNotContain("hunter2");
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "plan, did you mean --credentials key.json?",
    "validate, commands that read the account take it by --credentials",
    "fmt, commands that read the account take it by --credentials",
  })
  void fileWithAKeyIsNoProjectFile(String command, String expected) {
    var bench =
        Workbench.ofExample(folder)
            .holding("key.json", "{\"api_key\": \"hunter2\", \"api_secret\": \"hunter2\"}");

    Ran ran = bench.run(command, "--config", "key.json");

    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("holds an API key: " + expected).doesNotContain("hunter2");
  }
}
