package dev.ftctl.fivetran.http;

import dev.ftctl.model.Quotas;
import dev.ftctl.model.Redaction;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/// How to reach an account.
///
/// @param url base URL of the API, with or without a trailing `/v1`
/// @param allowsWrites false for every command that is not meant to write: then the transport
///   refuses anything but GET
/// @param parallelism requests in flight at most
/// @param timeout of one request
/// @param redaction masks what is logged
/// @param wire receives one line for each request (method, path, status, milliseconds, attempt),
///   for `-vv`; never bodies or headers
/// @param quotas that the account has; requests are held back so that they keep them
/// @param notice receives a line now and then when requests have to wait for long
public record AccountOptions(
    URI url,
    Credentials credentials,
    boolean allowsWrites,
    int parallelism,
    Duration timeout,
    Redaction redaction,
    Consumer<String> wire,
    Quotas quotas,
    Consumer<String> notice) {

  /// Of an account without quotas, such as a simulator's.
  public AccountOptions(
      URI url,
      Credentials credentials,
      boolean allowsWrites,
      int parallelism,
      Duration timeout,
      Redaction redaction,
      Consumer<String> wire) {
    this(
        url,
        credentials,
        allowsWrites,
        parallelism,
        timeout,
        redaction,
        wire,
        Quotas.NONE,
        line -> {});
  }
}
