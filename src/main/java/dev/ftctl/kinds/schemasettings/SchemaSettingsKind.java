package dev.ftctl.kinds.schemasettings;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;

/// Schema settings of connections.
public final class SchemaSettingsKind implements Kind {

  private final SchemaSettingsDefinition definition = new SchemaSettingsDefinition();

  @Override
  public KindDefinition definition() {
    return definition;
  }

  @Override
  public KindReader reader(Account account) {
    return new SchemaSettingsReader(account.api(SchemasApi.class));
  }

  @Override
  public KindWriter writer(Account account) {
    return new SchemaSettingsWriter(
        account.api(SchemasApi.class), account.api(ConnectionsApi.class));
  }
}
