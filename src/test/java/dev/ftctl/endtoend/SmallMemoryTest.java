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

/// Where memory does not suffice for an answer, that is told in words, and nothing is asked again:
/// it would be no smaller.
class SmallMemoryTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /groups       | 200 | {\"code\":\"Success\",\"data\":{\"items\":[{{for ever"
            + " {\"id\":\"a\"},}}",
        "GET /users | 200 | {\"code\":\"Success\",\"data\":{\"items\":[{\"id\":\"{{for ever xyz}}",
      })
  void isToldInWords(String call, String status, String body) throws Exception {
    var answer = new HostileAnswer("endless", call, status + " | " + body, 0, 0, "");
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
          .contains(call.replace("GET ", "GET /v1") + " → 200: the answer needs more memory than")
          .doesNotContain("\tat ")
          .doesNotContain("OutOfMemory");
      assertThat(server.asked()).filteredOn(call::equals).hasSize(1);
    }
  }

  private static final String INFO = "{\"code\":\"Success\",\"data\":{\"account_id\":\"quarry\"}}";
}
