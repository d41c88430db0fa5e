package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.manifest.input.UnknownPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Environments, overlays, and what a project manages at all.
final class EnvironmentsTest {

  private static final String PROJECT =
      """
      variables: {host: db.dev, size: small}
      environments:
        dev: {account: acc_dev}
        prod:
          account: acc_prod
          variables: {host: db.prod}
          overlays: manifests/overlays/prod
          credentials: {key: PROD_KEY, secret: PROD_SECRET}
      """;

  private static final String CONNECTOR =
      """
      kind: Connector
      metadata: {name: orders, labels: {team: a, tier: 1}}
      spec:
        service: postgres
        groups: [eu, us]
        config: {schema: s, host: "${var:host}", comment: "${var:size}", files: [{table: x, pattern: p}]}
        overrides: {eu: {config: {port: 1}}}
      """;

  private static final String OVERLAY =
      """
      kind: Connector
      metadata: {name: orders, labels: {tier: 2}}
      spec:
        config: {comment: over, files: [{table: x, pattern: q}]}
        overrides: {eu: {config: {ratio: 2}}}
      """;

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAProject() {
    folder =
        new Folder(root)
            .file("ftctl.yaml", PROJECT)
            .file("manifests/m.yaml", CONNECTOR)
            .file("manifests/overlays/prod/o.yaml", OVERLAY);
  }

  @Test
  void readTheirOwnVariablesAndOverlays() {
    var desired = folder.in("prod").read();
    var orders = folder.resource("connector/orders@eu");

    assertThat(orders.spec().get("config").display())
        .isEqualTo(
            "{schema: \"s\", host: \"db.prod\", comment: \"over\", "
                + "files: [{table: \"x\", pattern: \"q\"}], port: 1, ratio: 2}");
    assertThat(orders.metadata().labels()).containsEntry("tier", "2").containsEntry("team", "a");
    assertThat(desired.project().account()).isEqualTo("acc_prod");
    assertThat(desired.project().environment().name()).isEqualTo("prod");
    assertThat(desired.project().environment().keyVariable()).isEqualTo("PROD_KEY");
  }

  @Test
  void leaveTheOverlaysOfOthersAlone() {
    var config = folder.in("dev").resource("connector/orders@us").spec().get("config");

    assertThat(config.display()).contains("db.dev", "small", "\"p\"").doesNotContain("over");
  }

  @Test
  void makeTheDigestAnother() {
    String dev = folder.in("dev").read().digest();

    assertThat(folder.in("prod").read().digest()).isNotEqualTo(dev);
  }

  @Test
  void haveToBeChosenWhereTheAccountIsRead() {
    assertThatThrownBy(() -> folder.forAccount().read())
        .isInstanceOf(UnknownPathException.class)
        .hasMessageContaining("--env NAME")
        .hasMessageContaining("dev, prod");
  }

  @Test
  void mayHaveADefault() {
    folder.file("ftctl.yaml", PROJECT + "default_environment: dev\n");

    assertThat(folder.forAccount().read().project().account()).isEqualTo("acc_dev");
  }

  @Test
  void areNamedWhenOneIsMisspelt() {
    assertThatThrownBy(() -> folder.in("prd").read())
        .isInstanceOf(UnknownPathException.class)
        .hasMessageContaining("did you mean 'prod'?");
  }

  @Test
  void keepOutDocumentsOfOtherEnvironments() {
    folder.file("manifests/t.yaml", "kind: User\nmetadata: {name: ops, environments: [prod]}\n");

    assertThat(folder.in("dev").addresses()).doesNotContain("user/ops");
    assertThat(folder.in("prod").addresses()).contains("user/ops");
  }

  @Test
  void canHaveAnOverlayOfOneEntryOfForEach() {
    folder
        .file(
            "manifests/t.yaml",
            "for_each: [a, b]\nkind: User\nmetadata: {name: \"t_${each.key}\"}\n")
        .file(
            "manifests/overlays/prod/t.yaml",
            "kind: User\nmetadata: {name: t_b}\nspec: {phone: here}\n");

    assertThat(folder.in("prod").resource("user/t_b").spec().text("phone")).isEqualTo("here");
    assertThat(folder.in("prod").resource("user/t_a").spec().get("phone").isAbsent()).isTrue();
  }

  @Test
  void readOnlyWhatIsIncludedAndNotExcluded() {
    folder
        .file("ftctl.yaml", "include: [\"*/live/*\"]\nexclude: [\"*.old.yaml\"]\n")
        .file("manifests/m.yaml", "kind: User\nmetadata: {name: out}\n")
        .file("manifests/overlays/prod/o.yaml", "kind: User\nmetadata: {name: out2}\n")
        .file("manifests/live/a.yaml", "kind: User\nmetadata: {name: a}\n")
        .file("manifests/live/b.old.yaml", "kind: User\nmetadata: {name: b}\n");

    assertThat(folder.addresses()).containsExactly("user/a");
  }
}
