package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as people have them, and values that several places share.
class AcceptEdgesTest {

  private static final String WINDOWS =
      "\uFEFFkind: Connector # \uD83C\uDF3E of the mill\r\n"
          + "metadata: {name: windows}\r\n"
          + "spec:\r\n"
          + "  service: postgres\r\n"
          + "  groups: [eu, us]\r\n"
          + "  paused: true\r\n"
          + "  sync_frequency: 360 # \uD83C\uDF3E\r\n"
          + "  config: {schema_prefix: windows, host: 'w.db', port: 5432, database: d, user: u,"
          + " password: p-a-s-s-w-o-r-d} # \uD83D\uDD12";

  private static final String SHARED =
      """
      kind: Template
      metadata: {name: people}
      spec: {role: Account Reviewer, groups: {eu: Destination Analyst}}
      ---
      kind: User
      metadata: {name: ana@example.com}
      spec: {template: people, given_name: Ana, family_name: Ruiz}
      ---
      kind: User
      metadata: {name: bo@example.com}
      spec: {template: people, given_name: Bo, family_name: Li}
      ---
      kind: Connector
      metadata: {name: merged}
      spec:
        service: postgres
        groups: [eu]
        paused: true
        config: &config
          schema_prefix: merged
          host: m.db
          port: 5432
          database: d
          user: u
          password: p-a-s-s-w-o-r-d
        overrides:
          eu:
            config: {<<: *config, port: 5433}
      ---
      kind: Connector
      metadata: {name: list}
      spec:
        service: google_ads
        groups: [eu]
        paused: true
        config:
          schema: list
          customer_id: "1"
          sync_mode: SpecificAccounts
          accounts: ["${var:first}", "222", "333"] # the shops
      ---
      kind: Connector
      metadata: {name: other}
      spec:
        service: google_ads
        groups: [eu]
        paused: true
        config: {schema: other, customer_id: "${var:first}", sync_mode: AllAccounts}
      """;

  @TempDir Path folder;
  private AcceptMill mill;

  @BeforeEach
  void open() {
    mill =
        new AcceptMill(folder)
            .file("ftctl.yaml", "variables: {first: \"111\"}\n")
            .file("manifests/windows.yaml", WINDOWS)
            .file("manifests/shared.yaml", SHARED)
            .applied();
  }

  @AfterEach
  void close() {
    mill.close();
  }

  @Test
  void lineEndsQuotesAndTheOrderMarkStay() {
    mill.clicked("windows@eu", "{\"sync_frequency\": 60, \"config\": {\"host\": \"new.db\"}}");
    mill.clicked("windows@us", "{\"config\": {\"host\": \"new.db\"}}");

    mill.accept(0, "--base", "HEAD");

    assertThat(mill.workspace().read("manifests/windows.yaml"))
        .isEqualTo(
            WINDOWS.replace("'w.db'", "'new.db'") + "\r\n  overrides: {eu: {sync_frequency: 60}}");
    mill.planIsEmpty();
  }

  @Test
  void whatOthersShareStays() {
    String ana = "";
    for (JsonNode one : mill.call("GET", "users", "").path("items")) {
      ana = one.path("email").asText().startsWith("ana") ? one.path("id").asText() : ana;
    }
    mill.call("DELETE", "users/" + ana + "/groups/" + mill.id("eu"), "");
    mill.clicked("merged@eu", "{\"config\": {\"host\": \"n.db\"}}");
    mill.clicked("list@eu", "{\"config\": {\"accounts\": [\"111\", \"333\", \"444\"]}}");
    mill.clicked("other@eu", "{\"config\": {\"customer_id\": \"9\"}}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly(
            "connector/list@eu config.accounts: document",
            "connector/merged@eu config.host: overrides of eu, document",
            "connector/other@eu config.customer_id: overrides of eu, document",
            "user/ana@example.com groups.eu: document");
    assertThat(mill.workspace().read("manifests/shared.yaml"))
        .contains(
            "accounts: [\"${var:first}\", \"333\", \"444\"] # the shops",
            "groups: {eu: \"${unset}\"}",
            "customer_id: \"${var:first}\"");
    mill.onlyChanged(
        "connector/list@eu", "connector/merged@eu", "connector/other@eu", "user/ana@example.com");
    mill.planIsEmpty();
  }
}
