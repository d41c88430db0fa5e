package dev.ftctl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the examples for Kubernetes ask of a cluster: no more than they need. Whether a cluster
/// takes them is told by its schemas, with which they were checked by hand.
class KubernetesExamplesTest {

  private static final Path FOLDER = Path.of("examples/kubernetes");
  private static final int USER = 65532;

  static Stream<JsonNode> pods() throws IOException {
    var pods = new ArrayList<JsonNode>();
    for (JsonNode document : documents()) {
      switch (document.path("kind").asText()) {
        case "CronJob" -> pods.add(document.at("/spec/jobTemplate/spec/template/spec"));
        case "Job" -> pods.add(document.at("/spec/template/spec"));
        case "PersistentVolumeClaim" -> assertThat(document.at("/spec/resources")).isNotEmpty();
        default -> throw new AssertionError(document);
      }
    }
    assertThat(pods).hasSize(2);
    return pods.stream();
  }

  private static List<JsonNode> documents() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      var documents = new ArrayList<JsonNode>();
      for (Path file : files.sorted().toList()) {
        documents.addAll(SchemaCheck.documents(Files.readString(file)));
      }
      return documents;
    }
  }

  @ParameterizedTest
  @MethodSource("pods")
  void runWithoutRightsAndWithBounds(JsonNode pod) {
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(USER);
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    List<JsonNode> containers = new ArrayList<>();
    pod.path("initContainers").forEach(containers::add);
    pod.path("containers").forEach(containers::add);
    assertThat(containers)
        .hasSize(2)
        .allSatisfy(container -> {
          JsonNode security = container.path("securityContext");
          assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
          assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
          assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
          assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
          assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
          assertThat(container.path("image").asText()).contains("@sha256:");
        });
  }

  @ParameterizedTest
  @MethodSource("pods")
  void haveSecretsByReferenceAndAVolumeForWhatIsKept(JsonNode pod) {
    JsonNode program = pod.at("/containers/0");
    var names = new ArrayList<String>();
    pod.path("volumes").forEach(volume -> names.add(volume.path("name").asText()));

    assertThat(program.at("/envFrom/0/secretRef/name").asText()).isEqualTo("ftctl-keys");
    assertThat(program.path("env").findValuesAsText("name"))
        .noneMatch(name -> name.contains("KEY") || name.contains("SECRET"));
    assertThat(program.path("volumeMounts").findValuesAsText("mountPath"))
        .contains("/project/tree/.ftctl");
    program
        .path("volumeMounts")
        .forEach(mount -> assertThat(names).contains(mount.path("name").asText()));
  }

  @Test
  void shardsAreAsManyAsThereArePods() throws IOException {
    JsonNode job =
        documents().stream()
            .filter(document -> document.path("kind").asText().equals("Job"))
            .findFirst()
            .orElseThrow();
    var arguments = new ArrayList<String>();
    job.at("/spec/template/spec/containers/0/args").forEach(word -> arguments.add(word.asText()));

    assertThat(job.at("/spec/completionMode").asText()).isEqualTo("Indexed");
    assertThat(arguments)
        .contains("--shard=$(JOB_COMPLETION_INDEX)/" + job.at("/spec/completions").asInt());
  }
}
