package dev.ftctl.kind.handout;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;

/// Takes everything and keeps nothing, as fits the account of a simulator that ends with the run.
record ForgottenHandouts() implements Handouts, Handouts.Handout {

  private static final Handed FORGOTTEN = new Handed(true, "forgotten with the simulator");

  @Override
  public boolean isSaidFor(Address address) {
    return true;
  }

  @Override
  public Left left(Address address, RemoteId id) {
    return Left.NOTHING;
  }

  @Override
  public Handout open(Address address, String id) {
    return this;
  }

  @Override
  public Delivered deliver(Address address, RemoteId id) {
    return new Delivered(FORGOTTEN, Value.Mapping.EMPTY);
  }

  @Override
  public void sending() {
    // Nothing stands anywhere.
  }

  @Override
  public void discard() {
    // Nothing stands anywhere.
  }

  @Override
  public Handed hand(RemoteId id, Value.Mapping values) {
    return FORGOTTEN;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
