package dev.ftctl.fivetran.http;

/// Sees the requests of an account come and go. Called by many threads.
@FunctionalInterface
public interface RequestObserver {

  /// A request is about to be sent.
  ///
  /// @param url whole, without secrets
  /// @param attempt from one
  default void begins(String method, String url, int attempt) {}

  void ended(RequestEnd end);
}
