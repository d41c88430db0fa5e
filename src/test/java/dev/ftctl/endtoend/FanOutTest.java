package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FanOutTest {

  @TempDir Path folder;
  private final Lab lab = Accounts.withExamples();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void oneMoreGroupIsOneCreate() {
    Workspace workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());
    workspace.edit(
        "manifests/sales/support.yaml",
        "groups: [analytics_prod]",
        "groups: [analytics_prod, analytics_eu]");

    Ran planned = workspace.run("plan", "--detailed-exitcode");
    Ran applied = workspace.run("apply", "--auto-approve");

    assertThat(planned.code()).as("%s", planned).isEqualTo(2);
    assertThat(planned.changes())
        .containsExactly("+ create connector/support@analytics_eu manifests/sales/support.yaml:1");
    assertThat(applied.code()).as("%s", applied).isZero();
    assertThat(lab.writes().stream().map(RequestRecord::path).filter("/v1/connections"::equals))
        .hasSize(1);
  }

  /// Settings of all instances are the new instance's, too.
  @Test
  void oneMoreGroupBringsItsSettingsAlong() {
    Workspace workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());
    workspace.edit(
        "manifests/shop/orders.yaml",
        "groups: [analytics_prod, analytics_eu]",
        "groups: [analytics_prod, analytics_eu, finance]");

    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(planned.changes())
        .isEqualTo(
            List.of(
                "+ create connector/orders_db@finance manifests/shop/orders.yaml:5",
                "+ create schema-settings/orders_db@finance manifests/shop/orders.yaml:36"));
  }
}
