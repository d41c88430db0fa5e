package dev.ftctl.kinds.destination;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.DestinationsApi;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;

/// `Destination`.
public final class DestinationKind implements Kind {

  private final DestinationDefinition definition;

  public DestinationKind(Catalog catalog) {
    this.definition = new DestinationDefinition(new DestinationFields(catalog));
  }

  @Override
  public KindDefinition definition() {
    return definition;
  }

  @Override
  public KindReader reader(Account account) {
    return new DestinationReader(account.api(DestinationsApi.class));
  }

  @Override
  public KindWriter writer(Account account) {
    return new DestinationWriter(
        account.api(DestinationsApi.class), account.api(CertificatesApi.class), definition);
  }
}
