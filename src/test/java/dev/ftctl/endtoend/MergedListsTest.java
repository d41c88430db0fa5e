package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists that Fivetran merges by the key of their items (fivetran-quirks Q34): what a manifest
/// drops is gone after one apply.
class MergedListsTest {

  private static final String MANIFESTS =
      """
      kind: Group
      metadata: {name: mill}
      ---
      kind: Destination
      metadata: {name: mill}
      spec: {group: mill, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: mill.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-password-of-ours}}
      ---
      kind: Connector
      metadata: {name: sluice}
      spec: {service: %s, groups: [mill], paused: true, config: {schema: sluice, secrets_list: %s}}
      """;

  private static final String TWO =
      "[{key: WHEEL, value: wheel-of-ours}, {key: STONE, value: stone-of-ours}]";

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          connector_sdk         | [{key: WHEEL, value: wheel-of-ours}] | WHEEL
          aws_lambda            | [{key: STONE, value: stone-of-ours}] | STONE
          azure_function        | [{key: STONE, value: stone-of-ours}, {key: RACE, value: race-of-ours}] | RACE STONE
          google_cloud_function | [{key: RACE, value: race-of-ours}]   | RACE
          connector_sdk         | []                                   | ''
          connector_sdk         | null                                 | ''
          connector_sdk         | [{key: STONE, value: null}, {key: WHEEL, value: wheel-of-ours}] | WHEEL
          connector_sdk         | [{key: STONE, value: null}, {key: WHEEL, value: null}, {key: NEVER, value: null}] | ''
          """)
  void whatIsDroppedIsGoneAfterOneApply(String service, String then, String keys) {
    Workspace workspace = applied(service, TWO);

    workspace.file("manifests/m.yaml", MANIFESTS.formatted(service, then));
    Ran changed = workspace.run("apply", "--auto-approve");

    assertThat(changed.code()).as("%s", changed).isZero();
    assertThat(String.join(" ", stored().keySet())).isEqualTo(keys);
    assertThat(lab.writes()).extracting(RequestRecord::method).containsExactly("PATCH");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @Test
  void removalIsToldAndSentAndTheOtherSecretsStay() {
    Workspace workspace = applied("connector_sdk", TWO);
    JsonNode wheel = stored().get("WHEEL");

    workspace.edit("manifests/m.yaml", ", {key: STONE, value: stone-of-ours}", "");
    Ran planned = workspace.run("plan");
    workspace.succeed("apply", "--auto-approve");

    assertThat(planned.out()).contains("config.secrets_list.STONE    - {key: \"STONE\"");
    assertThat(lab.writes().getFirst().body().path("config").path("secrets_list").toString())
        .isEqualTo("[{\"key\":\"WHEEL\",\"value\":\"******\"},{\"key\":\"STONE\",\"value\":null}]");
    assertThat(stored()).isEqualTo(Map.of("WHEEL", wheel));
  }

  /// A manifest may leave a secret to others; no mask is ever sent in its place.
  @Test
  void secretThatNoManifestTellsHoldsTheListBack() {
    Workspace workspace = applied("connector_sdk", TWO);

    workspace.file(
        "manifests/m.yaml", MANIFESTS.formatted("connector_sdk", "[{key: WHEEL}, {key: STONE}]"));
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
    workspace.edit("manifests/m.yaml", ", {key: STONE}", "");
    Ran blocked = workspace.run("apply", "--auto-approve");

    assertThat(blocked.code()).isEqualTo(4);
    assertThat(blocked.out()).contains("add config.secrets_list.WHEEL.value to the manifest");
    assertThat(lab.writes()).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, Scale.of(12, 600));
  }

  /// Whatever list follows whatever list: one apply, and the account has the second one.
  @ParameterizedTest
  @MethodSource("seeds")
  void anyListFollowsAnyOther(long seed) {
    var random = new Random(seed);
    Workspace workspace = applied("aws_lambda", list(random));
    for (int round = 0; round < 2; round++) {
      String then = list(random);
      workspace.file("manifests/m.yaml", MANIFESTS.formatted("aws_lambda", then));

      Ran changed = workspace.run("apply", "--auto-approve");

      assertThat(changed.code()).as("%s: %s", then, changed).isZero();
      assertThat(stored().keySet())
          .as(then)
          .isEqualTo(
              Stream.of("A", "B", "C", "D")
                  .filter(key -> then.contains("{key: " + key + ", value: value-of"))
                  .collect(Collectors.toSet()));
      assertThat(workspace.run("plan", "--detailed-exitcode").code()).as(then).isZero();
    }
  }

  private static String list(Random random) {
    return List.of("A", "B", "C", "D").stream()
        .filter(key -> random.nextBoolean())
        .map(key ->
            "{key: %s, value: %s}"
                .formatted(key, random.nextInt(4) == 0 ? "null" : "value-of-" + key))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private Workspace applied(String service, String list) {
    Workspace workspace =
        new Workspace(folder)
            .file("manifests/m.yaml", MANIFESTS.formatted(service, list))
            .reaching(lab.sandbox());
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
    return workspace;
  }

  /// The stored items by key, secrets as fingerprints.
  private Map<String, JsonNode> stored() {
    JsonNode connections = lab.sandbox().control().account().path("connections");
    JsonNode config = connections.iterator().next().path("config");
    return StreamSupport.stream(config.path("secrets_list").spliterator(), false)
        .collect(
            Collectors.toMap(
                item -> item.path("key").asText(), item -> item, (a, b) -> a, TreeMap::new));
  }
}
