package dev.ftctl.kinds.connector;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;

/// Connections, called connectors in manifests.
public final class ConnectorKind implements Kind {

  private final ConnectorDefinition definition;

  public ConnectorKind(Catalog catalog) {
    this.definition = new ConnectorDefinition(new ConnectorTable(catalog));
  }

  @Override
  public KindDefinition definition() {
    return definition;
  }

  @Override
  public KindReader reader(Account account) {
    return new ConnectorReader(account.api(ConnectionsApi.class));
  }

  @Override
  public KindWriter writer(Account account) {
    return new ConnectorWriter(
        account.api(ConnectionsApi.class), account.api(CertificatesApi.class), definition);
  }
}
