package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.HostileAnswer;
import dev.ftctl.testing.HostileServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where memory is small the bounds of an answer are, so that it ends in words all the same; and
/// nothing is asked again, since it would be no smaller.
class SmallMemoryTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /groups | [{{for ever {\"id\":\"a\"},}}   | is larger than 5 MB, more than ftctl reads"
            + " with",
        "GET /users  | [{\"id\":\"{{for ever xyz}}       | is larger than 5 MB, more than ftctl"
            + " reads with",
        "GET /teams  | [{\"a\":[{{600000 [],}}[]]}]}} | or holds more than",
      })
  void isToldInWords(String call, String items, String said) throws Exception {
    var answer =
        new HostileAnswer("endless", call, "200 | {\"data\":{\"items\":" + items, 0, 0, "");
    Workspace workspace =
        new Workspace(folder).file("manifests/m.yaml", "{kind: Group, metadata: {name: a}}\n");
    try (var server = new HostileServer(answer, Map.of("GET /account/info", INFO))) {
      Ran ran =
          Alone.run(
              workspace.folder(),
              List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
              Map.of(
                  "FIVETRAN_API_URL", server.url().toString(),
                  "FIVETRAN_API_KEY", "a-key",
                  "FIVETRAN_API_SECRET", "a-secret"),
              "plan");

      assertThat(ran.code()).as("%s", ran).isEqualTo(1);
      assertThat(ran.out())
          .contains(call.replace("GET ", "GET /v1") + " → 200: the answer ")
          .contains(said)
          .doesNotContain("\tat ")
          .doesNotContain("OutOfMemory");
      assertThat(server.asked()).filteredOn(call::equals).hasSize(1);
    }
  }

  private static final String INFO = "{\"code\":\"Success\",\"data\":{\"account_id\":\"quarry\"}}";
}
