package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.pacing.Parallelism;
import dev.ftctl.model.Quotas;
import dev.ftctl.model.Redaction;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// How to reach an account.
///
/// @param url base URL of the API, with or without a trailing `/v1`
/// @param allowsWrites false for every command that is not meant to write: then the transport
///   refuses anything but GET
/// @param parallelism requests in flight
/// @param timeout of one request
/// @param redaction masks what is logged
/// @param wire sees each request, for `-vv` and logs; never bodies or headers
/// @param quotas that the account has; requests are held back so that they keep them
/// @param notice receives a line now and then when requests have to wait for long
/// @param reach what lies between ftctl and the API
/// @param deletesRefused why the transport refuses DELETE; empty when it does not
public record AccountOptions(
    URI url,
    Credentials credentials,
    boolean allowsWrites,
    Parallelism parallelism,
    Duration timeout,
    Redaction redaction,
    RequestObserver wire,
    Quotas quotas,
    Consumer<String> notice,
    Reach reach,
    Optional<String> deletesRefused) {

  /// Of an account that nothing lies before, and that is asked whatever it has to be.
  public AccountOptions(
      URI url,
      Credentials credentials,
      boolean allowsWrites,
      Parallelism parallelism,
      Duration timeout,
      Redaction redaction,
      RequestObserver wire,
      Quotas quotas,
      Consumer<String> notice) {
    this(
        url,
        credentials,
        allowsWrites,
        parallelism,
        timeout,
        redaction,
        wire,
        quotas,
        notice,
        Reach.DIRECT,
        Optional.empty());
  }

  /// The same without quotas, such as a simulator's, with so many requests in flight at most.
  public AccountOptions(
      URI url,
      Credentials credentials,
      boolean allowsWrites,
      int parallelism,
      Duration timeout,
      Redaction redaction,
      RequestObserver wire) {
    this(
        url,
        credentials,
        allowsWrites,
        Parallelism.fixed(parallelism),
        timeout,
        redaction,
        wire,
        Quotas.NONE,
        line -> {});
  }

  /// The same beyond what lies before it.
  ///
  /// @param why no DELETE may be sent; empty when one may
  public AccountOptions behind(Reach other, Optional<String> why) {
    return new AccountOptions(
        url,
        credentials,
        allowsWrites,
        parallelism,
        timeout,
        redaction,
        wire,
        quotas,
        notice,
        other,
        why);
  }
}
