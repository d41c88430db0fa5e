package dev.ftctl.export;

import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.util.Optional;

/// What stands in a document in place of a text: `env:ORDERS_PASSWORD` is written as
/// `${env:ORDERS_PASSWORD}`. Any expression of the manifest language will do: `each.host`,
/// `yaml:orders.schema.yaml`.
public record Placeholder(String name) implements SecretSource {

  private static final String ENVIRONMENT = "env:";

  /// A value that is read from an environment variable.
  public static Value env(String variable) {
    return of(ENVIRONMENT + variable);
  }

  /// A value of an expression.
  public static Value of(String expression) {
    return new Value.Secret(new Placeholder(expression), Origin.LIVE);
  }

  /// The variable that a value is read from.
  static Optional<String> variable(Value value) {
    return value instanceof Value.Secret secret && secret.source().name().startsWith(ENVIRONMENT)
        ? Optional.of(secret.source().name().substring(ENVIRONMENT.length()))
        : Optional.empty();
  }

  @Override
  public Optional<String> reveal() {
    return Optional.empty();
  }
}
