package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values of all shapes: memberships, lists, what was taken away; and what is never written.
class AcceptKindsTest {

  private static final String PEOPLE =
      """
      kind: User
      metadata: {name: ana@example.com}
      spec:
        given_name: Ana
        family_name: Ruiz
        role: Account Reviewer
        groups:
          eu: Destination Analyst # looks after the numbers
          us: Destination Analyst
      ---
      kind: Team
      metadata: {name: data}
      spec: {description: Owns it, role: Account Analyst, users: {ana@example.com: Team Member}}
      ---
      kind: Webhook
      metadata: {name: pager}
      spec:
        url: https://hooks.example.com/x
        events:
          - sync_start # noisy
          - sync_end
        active: true
      """;

  private static final String CONNECTORS =
      """
      kind: Connector
      metadata: {name: crm}
      spec:
        service: salesforce
        groups: [eu]
        paused: true
        sync_frequency: 60
        config: {schema: crm}
      ---
      kind: Connector
      metadata: {name: outside}
      spec:
        service: postgres
        groups: [eu]
        paused: true
        config: {schema_prefix: outside, host: "${env:OUTSIDE_HOST}", port: 5432, database: d, user: "${file:user.txt}", password: "${env:OUTSIDE_PASSWORD}"}
      ---
      kind: Connector
      metadata: {name: tunnel}
      spec:
        service: postgres
        groups: [eu]
        paused: true
        config: {schema_prefix: tunnel, host: h, port: 5432, database: d, user: u, password: p-a-s-s-w-o-r-d, publication_name: p} # ours
      ---
      kind: Connector
      metadata: {name: gone}
      spec: {service: postgres, groups: [eu], paused: true, config: {schema_prefix: gone, host: h, port: 5432, database: d, user: u, password: p-a-s-s-w-o-r-d}}
      """;

  @TempDir Path folder;
  private AcceptMill mill;

  @BeforeEach
  void open() {
    mill = new AcceptMill(folder);
    mill.workspace()
        .with("OUTSIDE_HOST", "inner.db.example")
        .with("OUTSIDE_PASSWORD", "a-secret-of-the-shop");
    mill.file("manifests/people.yaml", PEOPLE)
        .file("manifests/connectors.yaml", CONNECTORS)
        .file("manifests/user.txt", "reader\n")
        .applied();
  }

  @AfterEach
  void close() {
    mill.close();
  }

  private String idOf(String list, String field, String value) {
    for (JsonNode one : mill.call("GET", list, "").path("items")) {
      if (one.path(field).asText().equals(value)) {
        return one.path("id").asText();
      }
    }
    throw new IllegalStateException(list + " " + value);
  }

  @Test
  void membershipsAndListsAreTaken() {
    String ana = idOf("users", "email", "ana@example.com");
    String pager = idOf("webhooks", "url", "https://hooks.example.com/x");
    mill.call("PATCH", "users/" + ana, "{\"family_name\": \"Ruiz Gil\"}");
    mill.call(
        "PATCH",
        "users/" + ana + "/groups/" + mill.id("us"),
        "{\"role\": \"Destination Administrator\"}");
    mill.call("DELETE", "users/" + ana + "/groups/" + mill.id("eu"), "");
    mill.call("PATCH", "webhooks/" + pager, "{\"events\": [\"sync_end\", \"connection_failure\"]}");
    mill.clicked("crm@eu", "{\"sync_frequency\": 15}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.left(report)).isEmpty();
    assertThat(mill.workspace().read("manifests/people.yaml"))
        .contains(
            "family_name: Ruiz Gil\n",
            "    us: Destination Administrator\n",
            "# looks after the numbers",
            "    - sync_end\n    - connection_failure\n",
            "# noisy")
        .doesNotContain("eu: Destination", "- sync_start");
    mill.planIsEmpty();
  }

  @Test
  void whatComesFromOutsideAndWhatIsGoneIsListed() {
    mill.clicked(
        "outside@eu", "{\"config\": {\"host\": \"clicked.db\", \"user\": \"x\", \"port\": 5433}}");
    mill.call("DELETE", "connections/{gone@eu}", "");

    JsonNode report = mill.accept(2, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly("connector/outside@eu config.port: document");
    assertThat(AcceptMill.left(report))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("connector/gone@eu: is not in the account any more"))
        .anyMatch(line -> line.contains("config.host: its text comes from env:OUTSIDE_HOST"))
        .anyMatch(line -> line.contains("config.user: its text comes from file:user.txt"));
    assertThat(mill.workspace().read("manifests/connectors.yaml"))
        .isEqualTo(
            CONNECTORS.replace(
                "host: \"${env:OUTSIDE_HOST}\", port: 5432",
                "host: \"${env:OUTSIDE_HOST}\", port: 5433"));
  }

  @Test
  void whatWasTakenAwayIsNull() {
    String team = idOf("teams", "name", "data");
    mill.clicked("tunnel@eu", "{\"config\": {\"publication_name\": null}}");
    mill.call("PATCH", "teams/" + team, "{\"description\": \"\"}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactlyInAnyOrder(
            "connector/tunnel@eu config.publication_name: document",
            "team/data description: document");
    assertThat(mill.workspace().read("manifests/connectors.yaml"))
        .isEqualTo(CONNECTORS.replace("publication_name: p}", "publication_name: null}"));
    assertThat(mill.workspace().read("manifests/people.yaml"))
        .containsPattern("description: (\"\"|null), role");
    mill.planIsEmpty();
  }
}
