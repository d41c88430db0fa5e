package dev.ftctl.model;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;

/// One object of the account.
///
/// @param kind slug of its kind
/// @param id its id; for a part (schema settings) the id of its owner
/// @param identity the natural key that its kind matches by
/// @param label how it is named where no manifest describes it (`stripe@analytics`, a host and an
///   id for a webhook)
/// @param fields as the API answered them, overlaid by what the kind's reader added (memberships)
/// @param isOurs false for what Fivetran made itself, which is never offered for deletion
public record Live(
    String kind, RemoteId id, String identity, String label, Value.Mapping fields, boolean isOurs) {

  public Live withFields(Value.Mapping richer) {
    return new Live(kind, id, identity, label, richer, isOurs);
  }

  /// Whether nothing but its id tells it apart, so that no document can mean it by what it says.
  public boolean isNameless() {
    return identity.equals("~" + id);
  }

  public Address address(String name) {
    return Address.of(kind, name);
  }
}
