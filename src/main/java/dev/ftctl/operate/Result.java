package dev.ftctl.operate;

import dev.ftctl.address.Named;

/// How a verb ended for one object: done or not done, never unknown.
public sealed interface Result {

  Named object();

  /// It was done.
  ///
  /// @param what in words, after the address: `paused`
  record Done(Named object, String what) implements Result {}

  /// Nothing was to be done.
  ///
  /// @param why in words: `is paused already`
  record Unneeded(Named object, String why) implements Result {}

  /// It was not done.
  ///
  /// @param cause the call's failure, or a refusal
  record Failed(Named object, RuntimeException cause) implements Result {}

  /// It was begun, and goes on: how it ends was not waited for any longer.
  ///
  /// @param what in words: `is still syncing after 3 h`
  record Unfinished(Named object, String what) implements Result {}

  /// It was not begun, since the run was stopped.
  record NotBegun(Named object) implements Result {}
}
