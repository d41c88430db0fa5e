package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Zips;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of a connection that runs code: no two connections run one package.
class SdkPackageCopyTest {

  private static final String GROUPS =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Group
      metadata: {name: us}
      ---
      kind: Destination
      metadata: {name: "${each.key}"}
      for_each: [eu, us]
      spec: {group: "${each.key}", service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: a.example.com, port: 443, database: D, user: u, password: pass-word}}
      """;

  private static final String CONNECTOR =
      """
      kind: SdkPackage
      metadata: {name: code}
      spec: {file: ../dist/code.zip}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: connector_sdk, groups: [eu], paused: true, config: {schema: orders, package: code}}
      """;

  @TempDir Path folder;

  @Test
  void runsTheSameFileInAPackageOfItsOwn() {
    try (var lab = new Lab()) {
      Workspace workspace =
          new Workspace(folder)
              .reaching(lab.sandbox())
              .file("dist/code.zip", Zips.of("connector.py", "one"))
              .file("manifests/groups.yaml", GROUPS)
              .file("manifests/code.yaml", CONNECTOR);
      workspace.succeed("apply", "--auto-approve");
      String original = "connector/orders@eu";

      workspace.succeed("connector", "copy", original, "--to", "us", "-o", "manifests/copy.yaml");
      workspace.succeed("apply", "--auto-approve");

      assertThat(workspace.read("manifests/copy.yaml"))
          .contains("sdk_package:", "../dist/code.zip")
          .doesNotContain(" package:");
      assertThat(lab.sandbox().control().account().path("connector_sdk_packages")).hasSize(2);
      assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();

      var elsewhere = new Workspace(folder.resolve("elsewhere")).reaching(lab.sandbox());
      Ran undescribed =
          elsewhere.succeed("connector", "copy", original, "--to", "us", "--set", "schema=x");
      assertThat(undescribed.out()).contains("connector_sdk").doesNotContain("package");
      assertThat(undescribed.err()).contains("It runs no code yet", "write sdk_package:");
    }
  }
}
