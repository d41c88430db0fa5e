package dev.ftctl.fivetran.http;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiFailure;

/// Sees every write before it is sent and after it ended. Called by the thread that writes.
@FunctionalInterface
public interface WriteObserver {

  WriteObserver NONE = (address, method, path, body) -> Ending.UNSEEN;

  /// A write is about to be sent; `body` is its JSON with secrets masked, empty when there is none.
  /// What it throws ends the call, and nothing is sent.
  Ending begun(Address address, String method, String path, String body);

  /// Sees how that write ended, once, however often it was repeated.
  interface Ending {

    Ending UNSEEN = new Ending() {};

    /// It was answered with success.
    default void answered(int status) {}

    /// It failed, or nobody knows.
    default void failed(ApiFailure failure) {}
  }
}
