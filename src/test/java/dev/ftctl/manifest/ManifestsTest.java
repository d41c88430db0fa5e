package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestsTest {

  private static final String SHOP =
      """
      kind: Group
      metadata: {name: eu}
      ---
      kind: Group
      metadata: {name: us}
      ---
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [us, eu]
        sync_frequency: 60
        config: {schema: orders, host: db, port: 5432, password: "${env:PW}"}
        overrides:
          eu: {sync_frequency: 360, config: {host: db.eu}}
      ---
      kind: SchemaSettings
      metadata: {name: orders}
      spec:
        connector: orders
        schemas: {public: {enabled: true}}
      """;

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void standInAnEmptyFolder() {
    folder = new Folder(root);
  }

  @Test
  void expandsEveryDocumentIntoResourcesSortedByAddress() {
    folder.file("manifests/shop.yaml", SHOP);

    var addresses = folder.addresses();

    assertThat(addresses)
        .containsExactly(
            "connector/orders@eu",
            "connector/orders@us",
            "group/eu",
            "group/us",
            "schema-settings/orders@eu",
            "schema-settings/orders@us");
  }

  @Test
  void laysTheOverridesOfAGroupOverTheDocument() {
    folder.file("manifests/shop.yaml", SHOP);

    var eu = folder.resource("connector/orders@eu").spec();

    assertThat(eu.text("sync_frequency")).isEqualTo("360");
    assertThat(eu.at(FieldPath.of("config", "host")).asText()).isEqualTo("db.eu");
    assertThat(eu.at(FieldPath.of("config", "port"))).isEqualTo(Value.number(5432));
    assertThat(eu.get("group"))
        .isEqualTo(
            new Value.Reference(Address.of("group", "eu"), dev.ftctl.model.value.Origin.LIVE));
    assertThat(eu.entries()).doesNotContainKeys("groups", "overrides");
  }
}
