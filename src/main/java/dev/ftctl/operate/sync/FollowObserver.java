package dev.ftctl.operate.sync;

import dev.ftctl.address.Named;
import dev.ftctl.operate.Result;
import java.time.Duration;

/// Sees how it goes with syncs that are followed.
public interface FollowObserver {

  void ended(Result result);

  /// The account was looked at, and these go on.
  void goesOn(int open, Duration waited);

  /// It waits for its source's quota, and goes on by itself.
  ///
  /// @param until as the API writes it, may be empty
  void rescheduled(Named connection, String until);

  /// The account could not be looked at; it is tried again.
  void blind(String reason);
}
