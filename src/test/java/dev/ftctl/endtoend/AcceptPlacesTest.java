package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The place that takes a value, in a project with every one that there is.
class AcceptPlacesTest {

  private static final String PROJECT =
      """
      # The shop.
      default_environment: prod
      defaults:
        Connector:
          sync_frequency: 360 # until somebody says otherwise
          config: {user: fivetran}
      variables: {region_host: eu.db, both: b.db}
      environments:
        prod:
          account: sandbox_account
          overlays: overlays/prod
          variables: {size: "60"} # of prod
        dev: {account: dev_account, variables: {size: "1440"}}
      """;

  private static final String PG = "service: postgres, paused: true, groups: [eu]";

  private static final String PLACES =
      """
      kind: Connector
      metadata: {name: variable, environments: [prod]}
      spec: {PG, sync_frequency: "${var:size}", config: {schema_prefix: variable, host: "${var:region_host}", port: 5432, database: d, password: p-a-s-s-w-o-r-d}}
      ---
      kind: Connector
      metadata: {name: first, environments: [prod]}
      spec: {PG, config: {schema_prefix: first, host: "${var:both}", port: 5432, database: d, password: p-a-s-s-w-o-r-d}}
      ---
      kind: Connector
      metadata: {name: second, environments: [prod]}
      spec: {PG, config: {schema_prefix: second, host: "${var:both}", port: 5432, database: d, password: p-a-s-s-w-o-r-d}}
      ---
      kind: Connector
      metadata: {name: overlaid}
      spec: {PG, config: {schema_prefix: overlaid, host: h, port: 5432, database: d, password: p-a-s-s-w-o-r-d}}
      ---
      kind: Connector
      metadata: {name: shared}
      spec: {PG, config: {schema_prefix: shared, host: h, port: 5432, database: d, password: p-a-s-s-w-o-r-d}}
      ---
      for_each: {list: [{name: one, host: one.db}, {name: two, host: two.db}], key: name}
      kind: Connector
      metadata: {name: "each_${each.name}", environments: [prod]}
      spec: {PG, config: {schema_prefix: "each_${each.name}", host: "${each.host}", port: 5432, database: d, password: p-a-s-s-w-o-r-d}}
      ---
      kind: Connector
      metadata: {name: anchored, environments: [prod]}
      spec:
        PG
        config:
          schema_prefix: anchored
          host: &host anchor.db
          port: 5432
          database: d
          password: p-a-s-s-w-o-r-d
        overrides:
          eu: {config: {host: *host}} # on purpose
      """
          .replace("  PG\n", "  service: postgres\n  paused: true\n  groups: [eu]\n")
          .replace("PG", PG);

  private static final String OVERLAY =
      """
      kind: Connector
      metadata: {name: overlaid}
      spec:
        sync_frequency: 720 # of prod
      """;

  @TempDir Path folder;
  private AcceptMill mill;

  @BeforeEach
  void open() {
    mill =
        new AcceptMill(folder)
            .file("ftctl.yaml", PROJECT)
            .file("manifests/places.yaml", PLACES)
            .file("overlays/prod/overlaid.yaml", OVERLAY)
            .applied();
  }

  @AfterEach
  void close() {
    mill.close();
  }

  @Test
  void eachIsFound() {
    mill.clicked("variable@eu", "{\"sync_frequency\": 30, \"config\": {\"host\": \"new.db\"}}");
    mill.clicked("first@eu", "{\"config\": {\"host\": \"first.db\"}}");
    mill.clicked("overlaid@eu", "{\"sync_frequency\": 15, \"config\": {\"host\": \"o.db\"}}");
    mill.clicked("shared@eu", "{\"config\": {\"port\": 5433}}");
    mill.clicked("each_two@eu", "{\"sync_frequency\": 60, \"config\": {\"host\": \"second.db\"}}");
    mill.clicked("anchored@eu", "{\"config\": {\"host\": \"new.anchor.db\"}}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly(
            "connector/anchored@eu config.host: overrides of eu, document",
            "connector/each_two@eu config.host: entry of for_each",
            "connector/each_two@eu sync_frequency: overlay of prod",
            "connector/first@eu config.host: overrides of eu, document",
            "connector/overlaid@eu config.host: overlay",
            "connector/overlaid@eu sync_frequency: overlay",
            "connector/shared@eu config.port: overlay of prod",
            "connector/variable@eu config.host: variable region_host",
            "connector/variable@eu sync_frequency: variable size of prod");
    assertThat(mill.workspace().read("ftctl.yaml"))
        .isEqualTo(
            PROJECT
                .replace("region_host: eu.db", "region_host: new.db")
                .replace("size: \"60\"", "size: 30"));
    assertThat(mill.workspace().read("overlays/prod/overlaid.yaml"))
        .isEqualTo(OVERLAY.replace("720", "15") + "  config: {host: o.db}\n");
    assertThat(mill.workspace().read("overlays/prod/places.yaml"))
        .isEqualTo(
            """
            kind: Connector
            metadata: {name: each_two}
            spec: {sync_frequency: 60}
            ---
            kind: Connector
            metadata: {name: shared}
            spec: {config: {port: 5433}}
            """);
    assertThat(mill.workspace().read("manifests/places.yaml"))
        .isEqualTo(
            PLACES
                .replace("host: two.db", "host: second.db")
                .replace("host: *host", "host: new.anchor.db")
                .replace(
                    "host: \"${var:both}\", port: 5432, database: d, password: p-a-s-s-w-o-r-d}}\n"
                        + "---\n"
                        + "kind: Connector\n"
                        + "metadata: {name: second",
                    "host: \"${var:both}\", port: 5432, database: d, password: p-a-s-s-w-o-r-d},"
                        + " overrides: {eu: {config: {host: first.db}}}}\n"
                        + "---\n"
                        + "kind: Connector\n"
                        + "metadata: {name: second"));
    mill.onlyChanged(
        "connector/anchored@eu",
        "connector/each_two@eu",
        "connector/first@eu",
        "connector/overlaid@eu",
        "connector/shared@eu",
        "connector/variable@eu");
    mill.planIsEmpty();
  }

  @Test
  void defaultsTakeWhatAllAgreeOn() {
    for (String one :
        new String[] {"first", "second", "shared", "each_one", "each_two", "anchored"}) {
      mill.clicked(one + "@eu", "{\"sync_frequency\": 60}");
    }

    JsonNode report = mill.accept(0, "--base", "HEAD");

    // The overlaid one and the variable one say their own; dev has the defaults, too.
    assertThat(AcceptMill.accepted(report)).noneMatch(line -> line.endsWith(": defaults"));
    assertThat(mill.workspace().read("ftctl.yaml")).isEqualTo(PROJECT);
    mill.planIsEmpty();
  }

  @Test
  void aVariableOfAnEnvironmentsOwnFileIsChangedThere() {
    mill.close();
    String own = "account: sandbox_account\nvariables:\n  size: \"60\" # of prod\n";
    mill =
        new AcceptMill(folder.resolve("own"))
            .file(
                "ftctl.yaml",
                "default_environment: prod\n"
                    + "variables: {size: \"1440\"}\n"
                    + "defaults: {Connector: {config: {user: fivetran}}}\n")
            .file("environments/prod.yaml", own)
            .file(
                "manifests/places.yaml",
                PLACES.substring(0, PLACES.indexOf("---")).replace("${var:region_host}", "eu.db"))
            .applied();
    mill.clicked("variable@eu", "{\"sync_frequency\": 30}");

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.accepted(report))
        .containsExactly("connector/variable@eu sync_frequency: variable size of prod");
    assertThat(report.findValuesAsText("line")).contains("3");
    assertThat(mill.workspace().read("environments/prod.yaml"))
        .isEqualTo(own.replace("\"60\"", "30"));
    mill.planIsEmpty();
  }
}
