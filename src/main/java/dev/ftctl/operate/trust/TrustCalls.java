package dev.ftctl.operate.trust;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.fivetran.api.DestinationsApi;
import dev.ftctl.kind.Writes;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Set;

/// The calls about what one object trusts, the same of connections and destinations.
public record TrustCalls(Account account, TrustSort sort) {

  /// Whatever reaches a host.
  public static final Set<String> KINDS = Set.of("connector", "destination");

  List<Trusted> listed(Named object) {
    String id = object.id();
    String list = sort.list();
    List<Value.Mapping> items =
        isConnection(object)
            ? Pages.all((limit, cursor) -> api().ofConnection(id, list, limit, cursor))
            : Pages.all((limit, cursor) -> api().ofDestination(id, list, limit, cursor));
    return items.stream().map(fields -> new Trusted(object, fields)).toList();
  }

  /// Runs the setup tests, which trust nothing that is not approved. They may be run twice.
  Value.Mapping test(Named object) {
    return isConnection(object)
        ? Writes.repeat(() -> connections().test(object.id(), Value.Mapping.EMPTY))
        : Writes.repeat(() -> destinations().test(object.id(), Value.Mapping.EMPTY));
  }

  Value.Mapping details(Named object) {
    return isConnection(object)
        ? connections().details(object.id())
        : destinations().details(object.id());
  }

  void approve(Named object, Value.Mapping body) {
    if (isConnection(object)) {
      api().approveForConnection(object.id(), sort.list(), body);
    } else {
      api().approveForDestination(object.id(), sort.list(), body);
    }
  }

  void revoke(Trusted trusted) {
    String id = trusted.object().id();
    if (isConnection(trusted.object())) {
      api().revokeOfConnection(id, sort.list(), trusted.id());
    } else {
      api().revokeOfDestination(id, sort.list(), trusted.id());
    }
  }

  private static boolean isConnection(Named object) {
    return object.address().kind().equals("connector");
  }

  private CertificatesApi api() {
    return account.api(CertificatesApi.class);
  }

  private ConnectionsApi connections() {
    return account.api(ConnectionsApi.class);
  }

  private DestinationsApi destinations() {
    return account.api(DestinationsApi.class);
  }
}
