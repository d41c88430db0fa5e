package dev.ftctl.fivetran;

import dev.ftctl.model.Address;
import dev.ftctl.model.ApiFailure;

/// Sees every write before it is sent and after it ended. Called by the thread that writes.
public interface WriteObserver {

  WriteObserver NONE = new WriteObserver() {};

  /// A write is about to be sent; `body` is its JSON with secrets masked, empty when there is none.
  default void before(Address address, String method, String path, String body) {}

  /// The write was answered with success.
  default void after(Address address, String method, String path, int status) {}

  /// The write failed.
  default void failed(Address address, ApiFailure failure) {}
}
