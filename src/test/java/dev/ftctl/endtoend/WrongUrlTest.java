package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.fivetran.ScriptedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What answers in place of Fivetran's API is told as that, and never as a refusal of Fivetran's.
class WrongUrlTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | text/html        | <!DOCTYPE html><title>Not found</title>",
        "404 | text/plain       | 404 page not found",
        "404 | application/json | {\"error\": \"not found\"}",
        "404 | application/json | {\"code\": 404, \"message\": \"no such path\"}",
        "403 | text/html        | <html>blocked by the gateway</html>",
        "401 | text/html        | <html>log in</html>",
        "405 | text/html        | <html>not allowed</html>",
        "302 | text/html        | <a href='/login'>",
        "200 | text/html        | <html>log in</html>",
        "200 | application/json | {\"status\": \"ok\"}",
      })
  void isToldAsSuch(int status, String type, String body) {
    try (var server =
        new ScriptedServer().answers(status, body, Map.of("Content-Type", type.strip()))) {
      Workspace workspace =
          new Workspace(folder)
              .with("FIVETRAN_API_URL", server.url().toString())
              .with("FIVETRAN_API_KEY", "a-key")
              .with("FIVETRAN_API_SECRET", "a-secret")
              .file("manifests/all.yaml", "kind: Group\nmetadata: {name: prod}\n");

      Ran plan = workspace.run("plan");

      assertThat(plan.code()).as("%s", plan).isEqualTo(69);
      assertThat(plan.err())
          .contains("GET /v1/account/info → " + status)
          .contains("Check --api-url")
          .doesNotContain("<");
    }
  }
}
