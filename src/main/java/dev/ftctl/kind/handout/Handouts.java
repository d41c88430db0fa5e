package dev.ftctl.kind.handout;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;

/// Where goes what Fivetran tells once: for each object a sink that somebody named, and a reserve
/// that ftctl keeps until the sink has it. Safe for use by many threads.
public interface Handouts {

  /// Nobody said where anything goes, so nothing that tells something is made.
  Handouts NONE = new NoHandouts();

  /// Where nothing is worth keeping: the account is gone when the run ends.
  Handouts FORGOTTEN = new ForgottenHandouts();

  /// Whether somebody said where it goes.
  boolean isSaidFor(Address address);

  /// What an earlier run left of an object of the account.
  Left left(Address address, RemoteId id);

  /// Opens sink and reserve, before the call that tells.
  ///
  /// @param id of the object; empty while it is still to be made
  /// @throws dev.ftctl.model.RefusedException when one of them can't be opened
  Handout open(Address address, String id);

  /// Hands on what the reserve of an earlier run holds.
  ///
  /// @throws dev.ftctl.model.RefusedException when the sink can't be opened
  Delivered deliver(Address address, RemoteId id);

  /// How far an earlier run came.
  enum State {
    /// There was none, or it came to its end.
    NOTHING,
    /// The reserve holds what was told.
    KEPT,
    /// The reserve of a creation was opened and holds nothing: what was told is lost, if anything
    /// was.
    LOST,
    /// The same of what was to be told anew: the old ended, if anything did.
    BROKEN_OFF
  }

  /// @param where the reserve stands; empty where there is none
  record Left(State state, String where) {
    public static final Left NOTHING = new Left(State.NOTHING, "");
  }

  /// How a handing over ended.
  ///
  /// @param isComplete whether the sink has it
  /// @param told in words, without any value
  record Handed(boolean isComplete, String told) {}

  /// How the handing on of an earlier run's reserve ended.
  ///
  /// @param told what it holds, of which an answer may have told a part alone
  record Delivered(Handed handed, Value.Mapping told) {}

  /// Sink and reserve of one object. What was sent and not handed over leaves the reserve behind,
  /// by which the next run knows.
  interface Handout extends AutoCloseable {

    /// From now on something may be told.
    void sending();

    /// Nothing was told after all.
    void discard();

    /// Puts it into the reserve, then into the sink, then removes the reserve.
    Handed hand(RemoteId id, Value.Mapping values);

    @Override
    void close();
  }
}
