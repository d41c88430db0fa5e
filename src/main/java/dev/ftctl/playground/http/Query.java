package dev.ftctl.playground.http;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The parameters of a request, each with the first value that it was given.
public final class Query {

  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  /// @param raw as it stands behind `?`, may be empty
  public static Query of(String raw) {
    if (raw.isEmpty()) {
      return new Query(Map.of());
    }
    var values = new HashMap<String, String>();
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!pair.isEmpty()) {
        values.putIfAbsent(
            PercentText.ofQuery(name),
            equals < 0 ? "" : PercentText.ofQuery(pair.substring(equals + 1)));
      }
    }
    return new Query(values);
  }

  /// @throws PracticeError 400 that names all others, sorted
  public void allowOnly(Set<String> names) {
    if (!names.containsAll(values.keySet())) {
      var others = new TreeSet<>(values.keySet());
      others.removeAll(names);
      throw new PracticeError(400, "Unexpected query parameters: " + String.join(", ", others));
    }
  }

  /// Empty text where the parameter was given without a value.
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// One of two texts; the usual one where the parameter is not given.
  ///
  /// @throws PracticeError 400 for any other
  public String oneOf(String name, List<String> both, String usual) {
    String given = values.getOrDefault(name, usual);
    if (!both.contains(given)) {
      throw new PracticeError(
          400,
          "Invalid value for '%s'. Use '%s' or '%s'."
              .formatted(name, both.getFirst(), both.getLast()));
    }
    return given;
  }

  /// What is no whole number counts as not given.
  public Optional<BigInteger> whole(String name) {
    return text(name).flatMap(WholeNumber::read);
  }

  public BigInteger whole(String name, long usual) {
    return whole(name).orElse(BigInteger.valueOf(usual));
  }

  /// @throws PracticeError 400 where the number is not within the bounds
  public int between(String name, int usual, int least, int most) {
    BigInteger given = whole(name, usual);
    if (given.compareTo(BigInteger.valueOf(least)) < 0
        || given.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new PracticeError(
          400,
          "Invalid value for '%s'. It should be between %d and %d.".formatted(name, least, most));
    }
    return given.intValueExact();
  }

  /// @throws PracticeError 400 where the number is less
  public BigInteger atLeast(String name, int usual, int least) {
    BigInteger given = whole(name, usual);
    if (given.compareTo(BigInteger.valueOf(least)) < 0) {
      throw new PracticeError(
          400,
          "Invalid value for '%s'. It must be greater than or equal to %d.".formatted(name, least));
    }
    return given;
  }

  /// A time in UTC; an empty text counts as not given.
  ///
  /// @throws PracticeError 400 where the text is no time that ends in `Z`
  public Optional<Instant> time(String name) {
    Optional<String> given = text(name).filter(text -> !text.isEmpty());
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var wrong = "Invalid date format for '" + name + "'. ";
    if (!given.get().endsWith("Z")) {
      throw new PracticeError(400, wrong + "Must end with 'Z' for UTC");
    }
    Optional<Instant> time = UtcTime.read(given.get());
    if (time.isEmpty()) {
      throw new PracticeError(400, wrong + "Use 'YYYY-MM-DDTHH:MM:SSZ'");
    }
    return time;
  }
}
