package dev.ftctl.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a person sees who writes manifests in an editor with the shipped schema.
@Tag("browser")
@Timeout(120)
final class EditorTest {

  /// The version that this was last seen to work with.
  private static final String PACKAGE = "yaml-language-server@1.25.0";

  private static final Path FOLDER = Path.of("target", "yaml-language-server").toAbsolutePath();
  private static final String URI = "file:///manifests/orders.yaml";
  private static final String HEAD =
      """
      kind: Connector
      metadata: {name: orders}
      spec:
        groups: [prod]
      """;

  private LanguageServer server;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    assumeTrue(
        isInstalled("node") && isInstalled("npm"),
        "node and npm are needed to drive yaml-language-server; skipped");
    if (Files.isDirectory(FOLDER.resolve("node_modules/yaml-language-server"))) {
      return;
    }
    Files.createDirectories(FOLDER);
    Process npm =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", PACKAGE)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("npm.log").toFile())
            .start();
    boolean isDone = npm.waitFor(100, TimeUnit.SECONDS) && npm.exitValue() == 0;
    npm.destroy();
    assertThat(isDone).as("npm install; see %s", FOLDER.resolve("npm.log")).isTrue();
  }

  @BeforeEach
  void start() throws IOException {
    server = new LanguageServer(FOLDER, Path.of("schemas/ftctl.schema.json").toAbsolutePath());
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.stop();
  }

  @Test
  void completesTheService() throws IOException {
    server.diagnostics(URI, HEAD + "  service: \n");

    JsonNode offered = server.completions(URI, 4, 11);

    assertThat(labels(offered)).contains("postgres", "google_ads", "s3");
  }

  @Test
  void completesTheConfigOfTheService() throws IOException {
    server.diagnostics(
        URI, HEAD + "  service: postgres\n  config:\n    schema_prefix: orders\n    \n");

    JsonNode offered = server.completions(URI, 7, 4);

    assertThat(labels(offered))
        .contains("host", "port", "password", "update_method")
        .doesNotContain("bucket", "public_key", "schema_prefix");
  }

  @Test
  void flagsAWrongMember() throws IOException {
    JsonNode wrong =
        server.diagnostics(
            URI,
            HEAD
                + "  service: postgres\n  schedule_type: sometimes\n"
                + "  config: {schema_prefix: orders}\n");

    assertThat(wrong).hasSize(1);
    assertThat(wrong.get(0).at("/range/start/line").asInt()).isEqualTo(5);
    assertThat(wrong.get(0).path("message").asText()).contains("auto", "manual");
  }

  @Test
  void findsNothingWrongWithAGoodManifest() throws IOException {
    JsonNode wrong =
        server.diagnostics(URI, Files.readString(Path.of("examples/manifests/shop/orders.yaml")));

    assertThat(wrong).isEmpty();
  }

  private static List<String> labels(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("label").asText())
        .toList();
  }

  private static boolean isInstalled(String program) {
    return java.util.Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
