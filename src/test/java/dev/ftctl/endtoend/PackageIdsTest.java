package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Zips;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a connection may name beside the packages of the manifests.
class PackageIdsTest {

  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Destination
      metadata: {name: eu}
      spec: {group: eu, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "0",
             config: {host: ab00000.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: U, password: "${env:P:-harmless}"}}
      ---
      kind: SdkPackage
      metadata: {name: other_code}
      spec: {file: ../dist/code.zip}
      ---
      kind: Connector
      metadata: {name: other}
      spec: {service: connector_sdk, groups: [eu], paused: true, config: {schema: other, package: other_code}}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: connector_sdk, groups: [eu], paused: true, config: {schema: orders, PACKAGE}}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  /// No list has to hold each package that a connection may name.
  @Test
  void anIdThatTheListLacksIsSentWithAWarning() {
    Workspace workspace = naming("package_id: code_of_somebody");

    Ran applied = workspace.run("apply", "--auto-approve");

    assertThat(applied.code()).as("%s", applied).isZero();
    assertThat(applied.all())
        .contains("sdk-package/code_of_somebody is not among those that the account lists")
        .contains("it is sent as an id");
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"othr_code, other_code", "Orders, other_code"})
  void aNameThatNobodyKnowsIsAnError(String named, String hint) {
    Ran applied = naming("package: " + named).run("apply", "--auto-approve");

    assertThat(applied.code()).as("%s", applied).isEqualTo(65);
    assertThat(applied.err()).contains(hint);
    assertThat(lab.writes()).isEmpty();
  }

  private Workspace naming(String code) {
    return new Workspace(folder)
        .reaching(lab.sandbox())
        .file("dist/code.zip", Zips.of("connector.py", "one"))
        .file("manifests/all.yaml", MANIFEST.replace("PACKAGE", code));
  }
}
