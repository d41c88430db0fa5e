package dev.ftctl.fivetran;

import dev.ftctl.model.Address;

/// An account of Fivetran (or of the simulator), reached over HTTP. Safe for use by many threads.
public final class Account {

  private final AccountOptions options;

  private Account(AccountOptions options) {
    this.options = options;
  }

  public static Account open(AccountOptions options) {
    return new Account(options);
  }

  /// A Feign interface of this account. Methods return a [Page], a `Value.Mapping` (the envelope's
  /// `data`, empty when there is none) or nothing, take a `Value.Mapping` as body, and throw
  /// [dev.ftctl.model.ApiException].
  public <T> T api(Class<T> type) {
    throw new UnsupportedOperationException("not written yet: " + type + options);
  }

  /// Whose account this is; read once.
  public AccountInfo info() {
    throw new UnsupportedOperationException("not written yet");
  }

  /// The same account, its writes observed on behalf of one step's resource.
  public Account forStep(Address address, WriteObserver observer) {
    throw new UnsupportedOperationException("not written yet: " + address + observer);
  }

  /// Requests sent so far, retries included.
  public long requestCount() {
    throw new UnsupportedOperationException("not written yet");
  }
}
