package dev.ftctl.kind;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The facet of a kind of which the API takes a second object of the same natural key
/// (fivetran-quirks 2.2): two applies that meet, or a click while a prompt waits, make it twice.
public interface Namesakes {

  /// Older before younger where the API tells when both came into being, then by id: the same order
  /// for everybody who looks.
  Comparator<Live> BY_AGE =
      (one, other) -> {
        int age = made(one).flatMap(then -> made(other).map(then::compareTo)).orElse(0);
        return age != 0 ? age : one.id().value().compareTo(other.id().value());
      };

  /// Whether anything hangs on an object, so that it is more than an empty name.
  ///
  /// @param one with its details
  /// @param listed every listed object of the account, of all kinds
  boolean holds(Live one, Collection<Live> listed);

  /// Whether the API would take a second object of what this resource describes.
  default boolean mayBeTwice(Resource wanted) {
    return true;
  }

  /// The one of several objects of one natural key that counts: the only one that holds anything,
  /// or the oldest where none does. Empty where two hold something, since then only a person can
  /// tell.
  default Optional<Live> counting(List<Live> namesakes, Collection<Live> listed) {
    List<Live> holding = namesakes.stream().filter(one -> holds(one, listed)).toList();
    return holding.size() > 1
        ? Optional.empty()
        : (holding.isEmpty() ? namesakes : holding).stream().min(BY_AGE);
  }

  /// Whether an object is known to be older than all others. Where the API tells no age nobody is,
  /// and of two that met neither goes on.
  static boolean isOldest(Live one, List<Live> others) {
    Optional<Instant> then = made(one);
    return then.isPresent()
        && others.stream()
            .allMatch(other -> made(other).filter(made -> made.isAfter(then.get())).isPresent());
  }

  private static Optional<Instant> made(Live live) {
    try {
      return Optional.of(Instant.parse(live.fields().text("created_at")));
    } catch (DateTimeParseException untold) {
      return Optional.empty();
    }
  }
}
