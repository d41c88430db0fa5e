package dev.ftctl.cli.api;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.Arrays;
import java.util.Locale;

/// The method of a call.
enum Verb {
  GET,
  POST,
  PATCH,
  PUT,
  DELETE;

  /// @throws RefusedException for any other
  static Verb of(String written) {
    return Arrays.stream(values())
        .filter(verb -> verb.name().equals(written.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new RefusedException(
                Refusal.USAGE,
                "Invalid request method: " + written,
                "Give GET, POST, PATCH, PUT or DELETE: ftctl api GET connections."));
  }

  boolean writes() {
    return this != GET;
  }

  boolean hasBody() {
    return this != GET && this != DELETE;
  }
}
