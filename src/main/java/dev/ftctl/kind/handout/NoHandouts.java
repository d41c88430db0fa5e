package dev.ftctl.kind.handout;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;

/// For runs that may not make what tells something once.
record NoHandouts() implements Handouts {

  @Override
  public boolean isSaidFor(Address address) {
    return false;
  }

  @Override
  public Left left(Address address, RemoteId id) {
    return Left.NOTHING;
  }

  @Override
  public Handout open(Address address, String id) {
    throw new RefusedException(
        Refusal.INVALID,
        "nobody said where the secrets of " + address + " go, and Fivetran tells them once",
        "Name a sink in `metadata.handout`, or give --handout "
            + address
            + "=FILE to ftctl apply.");
  }

  @Override
  public Delivered deliver(Address address, RemoteId id) {
    throw new IllegalStateException("nothing is kept of " + address);
  }
}
