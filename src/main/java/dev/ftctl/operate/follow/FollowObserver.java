package dev.ftctl.operate.follow;

import dev.ftctl.address.Named;
import dev.ftctl.operate.Result;
import java.time.Duration;

/// Sees how it goes with what is followed.
public interface FollowObserver {

  void ended(Result result);

  /// The account was looked at, and these go on.
  void goesOn(int open, Duration waited);

  /// It goes on by itself, once it got what it waits for; told once.
  ///
  /// @param delay as a clause
  void waits(Named object, String delay);

  /// The account could not be looked at; it is tried again.
  void blind(String reason);
}
