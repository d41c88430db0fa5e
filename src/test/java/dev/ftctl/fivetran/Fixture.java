package dev.ftctl.fivetran;

import dev.ftctl.fivetran.http.AccountOptions;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// An account with time and wire lines recorded.
public final class Fixture {

  static final String API_SECRET = "api-secret-of-the-test";

  final RecordingSleeper sleeper = new RecordingSleeper();
  final List<String> wire = new CopyOnWriteArrayList<>();
  final Redaction redaction = new Redaction();
  final Account account;

  public Fixture(URI url) {
    this(url, true, Duration.ofSeconds(10));
  }

  public Fixture(URI url, boolean allowsWrites, Duration timeout) {
    var credentials = new Credentials("key", API_SECRET);
    account =
        Account.open(
            new AccountOptions(
                url,
                credentials,
                allowsWrites,
                4,
                timeout,
                redaction,
                end -> wire.add(end.shortly())),
            sleeper);
  }

  public SampleApi api() {
    return account.api(SampleApi.class);
  }

  static ApiFailure failureOf(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(ApiException.class, call).failure();
  }

  static Value.Mapping body(String key, Value value) {
    return Value.Mapping.of(Map.of(key, value));
  }

  public static Value secret(String name, Optional<String> text) {
    return new Value.Secret(
        new SecretSource() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Optional<String> reveal() {
            return text;
          }
        },
        Origin.LIVE);
  }
}
