package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Environments, many documents from one, and secrets from commands, against an account.
class EnvironmentsTest {

  private static final String MANY =
      """
      kind: Group
      metadata: {name: lake}
      ---
      kind: Destination
      metadata: {name: lake}
      spec: {group: lake, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: h, port: 443, database: d, auth: PASSWORD, user: u, password: "${secret:snow}"}}
      ---
      kind: Template
      metadata: {name: feed}
      spec: {service: s3, paused: true, config: {bucket: "${var:bucket}", file_type: csv}}
      ---
      for_each: {csv: feeds.csv}
      kind: Connector
      metadata: {name: "s3_${each.name}"}
      spec: {template: feed, groups: [lake], config: {schema: raw, table: "${each.name}", prefix: "${each.prefix}"}}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describeManyFromOne() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/m.yaml", MANY)
            .file("manifests/feeds.csv", "name,prefix\norders,o/\nusers,u/\nitems,i/\n");
    project("echo a-long-secret", "sandbox_account");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void areNamedByThePlanAndNeeded() {
    Ran plan = workspace.run("plan", "--env", "prod");
    Ran without = workspace.run("plan");

    assertThat(plan.out()).contains("environment prod");
    assertThat(without.code()).isEqualTo(64);
    assertThat(without.err()).contains("--env NAME");
  }

  @Test
  void arePinnedToTheirAccount() {
    project("echo a-long-secret", "another_account");

    Ran plan = workspace.run("plan", "--env", "prod");

    assertThat(plan.code()).isEqualTo(4);
    assertThat(plan.err()).contains("another_account", "sandbox_account");
  }

  @Test
  void planNothingWhenRowsAreReordered() {
    workspace.succeed("apply", "--auto-approve", "--env", "prod");
    workspace.file("manifests/feeds.csv", "name,prefix\nitems,i/\nusers,u/\norders,o/\n");

    Ran plan = workspace.run("plan", "--env", "prod", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stopAtTheReferenceOfASecretWhoseCommandFails() {
    project("echo half-of-it; echo not signed in >&2; exit 3", "sandbox_account");

    Ran apply = workspace.run("apply", "--auto-approve", "--env", "prod");
    Ran plan = workspace.run("plan", "--env", "prod");

    assertThat(apply.code()).as("%s", apply).isEqualTo(65);
    assertThat(apply.err())
        .contains("manifests/m.yaml:6:", "exit code 3: not signed in")
        .doesNotContain("half-of-it");
    assertThat(lab.writes()).isEmpty();
    assertThat(plan.out()).contains("Plan: 5 create");
  }

  private void project(String command, String account) {
    workspace.file(
        "ftctl.yaml",
        """
        environments:
          prod: {account: %s, variables: {bucket: prod-raw}}
        secrets:
          snow: {exec: [sh, -c, "%s"]}
        """
            .formatted(account, command));
  }
}
