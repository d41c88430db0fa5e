package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ftctl.files.Disk;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// A project with one agent, an empty account, and a file that its secrets go to.
final class HandoutCase implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  final Lab lab = new Lab();
  final Workspace workspace;
  private final Path folder;
  private final Path secure;

  HandoutCase(Path folder, Path secure) {
    this.folder = folder;
    this.secure = secure;
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file(
                "manifests/dc.yaml",
                "kind: ProxyAgent\nmetadata: {name: dc1}\nspec: {group_region: GCP_US_EAST4}\n");
  }

  @Override
  public void close() {
    lab.close();
  }

  static JsonNode json(String lenient) {
    try {
      return JSON.readTree(lenient.replace('\'', '"'));
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  Ran apply(String... more) {
    return workspace.run(
        Stream.concat(
                Stream.of("apply", "--auto-approve", "--handout", "proxy-agent/dc1=" + sink()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  Ran through(Disk disk, int code) {
    workspace.through(disk);
    Ran ran = apply();
    workspace.through(Disk.REAL);
    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertStandsNowhereElse(ran);
    return ran;
  }

  static Disk fullFor(String name) {
    return fullAfter(name, 0);
  }

  static Disk fullAfter(String name, int bytes) {
    return (file, stream) ->
        file.getFileName().toString().startsWith(name) ? new FullStream(stream, bytes) : stream;
  }

  /// Takes so many bytes of a text, no more.
  private static final class FullStream extends OutputStream {
    private final OutputStream stream;
    private int left;

    FullStream(OutputStream stream, int left) {
      this.stream = stream;
      this.left = left;
    }

    @Override
    public void write(int letter) throws IOException {
      if (left-- <= 0) {
        throw new IOException("No space left on device");
      }
      stream.write(letter);
    }
  }

  Path sink() {
    return secure.resolve("dc1.json");
  }

  JsonNode handed() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sink())))
        .isEqualTo("rw-------");
    JsonNode all = JSON.readTree(sink().toFile());
    assertThat(all.path("address").asText()).isEqualTo("proxy-agent/dc1");
    return all.path("values");
  }

  /// The simulator keeps a fingerprint of the token that is in force.
  void assertAgentHasWhatWasHanded() throws IOException {
    JsonNode agents = lab.sandbox().control().account().path("proxy_agents");
    assertThat(agents).hasSize(1);
    String token = handed().path("auth_token").asText();
    assertThat(agents.elements().next().path("_auth_token").asText())
        .isEqualTo(Fingerprints.fingerprint(token));
  }

  void assertStandsNowhereElse(Ran ran) {
    for (String text : List.of(ran.out(), ran.err())) {
      assertThat(text).doesNotContain("PRIVATE KEY", "BEGIN CERTIFICATE", "auth_token");
    }
    try (Stream<Path> files = Stream.concat(Files.walk(folder), Files.walk(secure))) {
      assertThat(
              files.filter(file ->
                  Files.isRegularFile(file)
                      && read(file).contains("PRIVATE KEY")
                      && !file.equals(sink())
                      && !file.startsWith(folder.resolve(".ftctl/handouts"))))
          .isEmpty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  List<Path> reserves() throws IOException {
    Path reserve = folder.resolve(".ftctl/handouts");
    if (!Files.isDirectory(reserve)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(reserve)) {
      return files.toList();
    }
  }

  List<String> calls() {
    return lab.sandbox().requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .map(HandoutCase::shown)
        .toList();
  }

  private static String shown(RequestRecord request) {
    return request.method() + " " + request.path().replaceAll("/([a-z]+_[a-z]+|a)(?=/|$)", "/ID");
  }
}
