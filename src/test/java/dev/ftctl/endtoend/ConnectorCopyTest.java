package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of a connection: printed, applied, and then as the manifests say. Nothing is written
/// before the apply, and nothing to the original ever.
class ConnectorCopyTest {

  private static final String SOURCE = "connector/orders_db@analytics_prod";

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  /// One document for all groups, whose secret is asked for by its name before anything is written.
  @Test
  void fannedOutCopyIsAppliedAndItsPlanIsEmpty() {
    Workspace workspace = new Workspace(folder).reaching(lab.sandbox());
    workspace.succeed("export", "-o", ".", "--kind", "connector,schema-settings,group");
    lab.forget();

    Ran copy =
        workspace.succeed(
            "connector",
            "copy",
            "connector/orders_analytics_prod@analytics_prod",
            "--to",
            "finance,analytics_prod",
            "--set",
            "schema_prefix=shop",
            "--with-schema",
            "--set",
            "finance:config.host=replica.internal",
            "-o",
            "manifests/shared/shop.yaml");
    Ran without = workspace.run("apply", "--auto-approve", "--target", "connector/shop");

    assertThat(lab.writes()).isEmpty();
    assertThat(copy.out()).isEmpty();
    assertThat(without.code()).as("%s", without).isEqualTo(65);
    assertThat(without.err()).contains("SHOP_PASSWORD");
    assertThat(copy.err()).contains("SHOP_PASSWORD= # ");
    workspace.with("SHOP_PASSWORD", "harmless-value");
    Ran applied = workspace.succeed("apply", "--auto-approve", "--target", "connector/shop");
    assertThat(applied.err()).contains("create");
    Ran plan = workspace.run("plan", "--detailed-exitcode");
    assertThat(plan.code()).as("%s", plan).isZero();
    List<JsonNode> made = connections("shop");
    assertThat(made).hasSize(2).allMatch(one -> one.path("paused").asBoolean());
    assertThat(made)
        .extracting(one -> one.at("/config/host").asText())
        .containsExactlyInAnyOrder("replica.internal", "orders.db.acme-outdoor.internal");
  }

  private List<JsonNode> connections(String schema) {
    return lab.sandbox()
        .control()
        .account()
        .path("connections")
        .valueStream()
        .filter(one -> one.path("schema").asText().equals(schema))
        .toList();
  }
}
