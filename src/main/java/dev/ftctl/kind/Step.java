package dev.ftctl.kind;

import dev.ftctl.model.CallSort;
import dev.ftctl.model.Calls;
import dev.ftctl.model.address.Address;

/// One node of the graph that apply runs: a piece of one change.
///
/// @param isFinish whether it runs only after the parts of its object (schema settings before
///   un-pausing), and where all that it waits for ended as asked
/// @param calls that it sends when nothing goes wrong; those of quotas of their own exactly, all
///   requests about
public record Step(Change change, StepName name, boolean isFinish, Calls calls) {

  /// One that sends one plain request.
  public Step(Change change, StepName name, boolean isFinish) {
    this(change, name, isFinish, Calls.requests(1));
  }

  /// What the step of a change sends where its kind does nothing out of the ordinary: one request;
  /// to replace is to delete and to create.
  public static Calls plain(Change change) {
    return Calls.requests(change instanceof Change.Replace ? 2 : 1);
  }

  /// The same step, sending something else.
  public Step sending(Calls other) {
    return new Step(change, name, isFinish, other);
  }

  /// Whether it only looks, and changes nothing.
  public boolean isLook() {
    return isSettling() || name == StepName.CHECK && calls.rareSorts().isEmpty();
  }

  /// Whether it does nothing but wait for what takes its time.
  public boolean isSettling() {
    return name == StepName.SETTLE;
  }

  public boolean runsSetupTests() {
    return calls.of(CallSort.SETUP_TEST) > 0;
  }

  public Address address() {
    return change.address();
  }

  /// A change has one step of a name, so that address and name say which step it is; comparing
  /// whole trees would be slow.
  @Override
  public boolean equals(Object other) {
    return other instanceof Step that && name == that.name && address().equals(that.address());
  }

  /// By the word, since the hash of an enum is another in each run.
  @Override
  public int hashCode() {
    return 31 * address().hashCode() + name.word().hashCode();
  }

  /// `connector/orders_db@analytics_eu: finish`.
  @Override
  public String toString() {
    return address() + ": " + name.word();
  }
}
