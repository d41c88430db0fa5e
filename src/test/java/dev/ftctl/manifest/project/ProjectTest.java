package dev.ftctl.manifest.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Folder;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Coverage;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files are read, what the project file says, and what a run plans of it.
final class ProjectTest {

  private static final String ORDERS =
      """
      kind: Connector
      metadata: {name: orders, labels: {team: shop, tier: one}}
      spec: {service: postgres, groups: [eu, us], config: {schema: orders}}
      """;
  private static final String SETTINGS =
      "kind: SchemaSettings\nmetadata: {name: orders}\nspec: {connector: orders}\n";

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAnEmptyFolder() {
    folder = new Folder(root);
  }

  @Test
  void readsItsSettings() {
    folder.file(
        "ftctl.yaml",
        """
        account: "${var:account}"
        manifests: [a, b/one.yaml]
        allow: [resync, "replace:connector/ads@*"]
        limits: {max_deletes: 3}
        prune: {scope: {groups: ["finance*"], kinds: [Connector]}}
        protect: ["group/*"]
        """);
    folder
        .file("a/deep/g.yml", group("a"))
        .file("b/one.yaml", group("b"))
        .file("b/two.yaml", group("c"));
    folder.variable("account", "acc_1");

    Desired desired = folder.read();

    Project project = desired.project();
    assertThat(project.account()).isEqualTo("acc_1");
    assertThat(project.file()).isEqualTo("ftctl.yaml");
    assertThat(project.allow())
        .containsExactly(
            new Allowance(Risk.RESYNC, AddressPattern.ALL),
            new Allowance(Risk.REPLACE, new AddressPattern("connector/ads@*")));
    assertThat(project.limits()).isEqualTo(Map.of("max_deletes", 3));
    assertThat(project.pruneScope())
        .isEqualTo(new Coverage(List.of("finance*"), List.of("Connector"), List.of()));
    assertThat(project.protect()).containsExactly(new AddressPattern("group/*"));
    assertThat(desired.files()).isEqualTo(2);
    assertThat(desired.resources()).hasSize(2);
  }

  @Test
  void isFoundUpwardsOfTheFirstPath() {
    folder
        .file("shop/ftctl.yaml", "account: near\nmanifests: deep\n")
        .file("ftctl.yaml", "account: far\n");
    folder.file("shop/deep/er/g.yaml", group("a"));

    Desired desired = folder.paths("shop/deep/er/g.yaml").read();

    assertThat(desired.project().account()).isEqualTo("near");
    assertThat(desired.project().file()).isEqualTo("shop/ftctl.yaml");
  }

  @Test
  void isTheOneThatIsNamed() {
    folder.file("other/project.yaml", "account: named\n").file("ftctl.yaml", "account: far\n");
    folder.file("other/manifests/g.yaml", group("a"));

    assertThat(folder.config("other/project.yaml").read().project().account()).isEqualTo("named");
  }

  @Test
  void readsNeitherItselfNorHiddenFolders() {
    folder
        .file("manifests/deep/ftctl.yaml", "x")
        .file("manifests/.git/x.yaml", "x")
        .file("manifests/notes.txt", "x");
    folder.file("manifests/g.yaml", group("a"));

    assertThat(folder.read().files()).isEqualTo(1);
  }

  @Test
  void plansOnlyThePathsAndWhatTheyNeedButChecksAll() {
    folder
        .file("ftctl.yaml", "")
        .file("manifests/g.yaml", group("eu") + "---\n" + group("us") + "---\n" + group("other"));
    folder
        .file("ftctl.yaml", "account: a\n")
        .file("manifests/o.yaml", ORDERS)
        .file("manifests/s.yaml", SETTINGS);

    Desired desired = folder.paths("manifests/s.yaml").read();

    assertThat(desired.resources()).hasSize(7);
    assertThat(desired.narrowed().stream().map(Address::toString))
        .containsExactlyInAnyOrder(
            "schema-settings/orders@eu",
            "schema-settings/orders@us",
            "connector/orders@eu",
            "connector/orders@us",
            "group/eu",
            "group/us");
  }

  @Test
  void plansTheSettingsOfTheConnectionsThatItPlans() {
    folder.file("manifests/o.yaml", ORDERS).file("manifests/s.yaml", SETTINGS);

    Desired desired = folder.targets("connector/orders@eu").read();

    assertThat(desired.narrowed().stream().map(Address::toString))
        .containsExactlyInAnyOrder("connector/orders@eu", "schema-settings/orders@eu");
  }

  @Test
  void plansEverythingWhenThePathHoldsTheProject() {
    folder.file("shop/ftctl.yaml", "account: a\n").file("shop/manifests/g.yaml", group("a"));

    Desired desired = folder.paths("shop").read();

    assertThat(desired.planned()).hasSize(1);
    assertThat(desired.narrowed()).hasSize(1);
  }

  @Test
  void readsPathsOutsideItsFoldersInAddition() {
    folder
        .file("ftctl.yaml", "account: a\n")
        .file("manifests/g.yaml", group("a"))
        .file("more/h.yaml", group("b"));

    Desired desired = folder.paths("more").read();

    assertThat(desired.resources()).hasSize(2);
    assertThat(desired.narrowed()).containsExactly(Address.of("group", "b"));
  }

  @Test
  void narrowsBySelectorsThatAllMatch() {
    folder.file("manifests/o.yaml", ORDERS).file("manifests/g.yaml", group("x"));

    Desired desired = folder.selector("team", "shop").selector("tier", "one").read();

    assertThat(desired.planned()).hasSize(2);
  }

  @Test
  void namesTheNearestOfWhatMatchesNothing() {
    folder.file("manifests/orders.yaml", ORDERS).file("ftctl.yaml", "variables: {zone: eu}\n");

    assertThatThrownBy(() -> new Folder(root).paths("manifests/order.yaml").read())
        .hasMessageContaining("did you mean 'manifests/orders.yaml'?");
    assertThatThrownBy(() -> new Folder(root).targets("connector/order@eu").read())
        .hasMessageContaining("did you mean 'connector/orders@eu'?");
    assertThatThrownBy(() -> new Folder(root).selector("team", "shp").read())
        .hasMessageContaining("did you mean 'team=shop'?");
    assertThatThrownBy(() -> new Folder(root).variable("zon", "us").read())
        .hasMessageContaining("did you mean 'zone'?");
    assertThatThrownBy(() -> new Folder(root).config("x.yaml").read())
        .isInstanceOf(UnknownPathException.class);
    assertThatThrownBy(() -> new Folder(root).paths("ftctl.yaml").read())
        .isInstanceOf(UnknownPathException.class);
    assertThatThrownBy(() -> new Folder(root).paths("no\0path").read())
        .isInstanceOf(UnknownPathException.class);
  }

  @Test
  void saysWhenThereIsNothingToRead() {
    assertThatThrownBy(folder::read)
        .isInstanceOf(UnknownPathException.class)
        .hasMessageContaining("neither");
  }

  @Test
  void hasADigestThatTellsInputsApart() {
    folder.file("manifests/g.yaml", group("a"));
    String first = folder.read().digest();

    assertThat(folder.read().digest()).isEqualTo(first).hasSize(64);
    assertThat(folder.file("manifests/g.yaml", group("a") + "# more\n").read().digest())
        .isNotEqualTo(first);
  }

  @Test
  void hasTheSameDigestWhereverTheUserStands() {
    folder.file("shop/ftctl.yaml", "account: a\n").file("shop/manifests/g.yaml", group("a"));

    String outside = folder.paths("shop").read().digest();

    assertThat(new Folder(root.resolve("shop")).read().digest()).isEqualTo(outside);
  }

  @Test
  void refusesAFileOfTenMegabytesWithoutReadingIt() {
    folder.file("manifests/g.yaml", new byte[10 * 1024 * 1024]);

    assertThat(folder.errors())
        .containsExactly(
            "manifests/g.yaml:1:1: too-large: the file has 10.0 MB, more than the limit of 5 MB");
  }

  private static String group(String name) {
    return "kind: Group\nmetadata: {name: " + name + "}\n";
  }
}
