package dev.ftctl.connectortype;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What some fields of a service are for together, as a way to log in; a line of `ways.tsv`.
///
/// @param title as a comment says it
/// @param names of its fields
/// @param members of the enumeration by which a service has the way chosen
record Way(Sort sort, String title, Pattern names, Pattern members) {

  enum Sort {
    /// Named by services that somebody authorises in a browser; it has no fields.
    PERSON,
    /// Shown where it is chosen, and where nothing chooses.
    LOGIN,
    /// Shown where it is chosen, and where there is no other.
    SPARE,
    /// Never shown.
    ASIDE,
    /// Shown, though nobody logs in by it.
    SHOWN,
    /// Shown of connectors.
    SOURCE
  }

  /// By preference.
  static List<Way> all() {
    return All.WAYS;
  }

  static Optional<Way> of(TypeField field) {
    return all().stream().filter(way -> way.names.matcher(field.name()).matches()).findFirst();
  }

  boolean isToLogIn() {
    return switch (sort) {
      case PERSON, LOGIN, SPARE -> true;
      case ASIDE, SHOWN, SOURCE -> false;
    };
  }

  /// The member that chooses it; of several the shortest, which asks for no more than needed.
  Optional<String> chosenBy(TypeField choice) {
    return choice.members().stream()
        .filter(member -> members.matcher(member).matches())
        .min(Comparator.comparingInt(String::length));
  }

  private static final class All {
    private static final List<Way> WAYS =
        Table.rows("ways.tsv").stream()
            .map(row ->
                new Way(
                    Sort.valueOf(row.get(0).toUpperCase(Locale.ROOT)),
                    row.get(1),
                    Pattern.compile(row.get(2)),
                    Pattern.compile(row.get(3), Pattern.CASE_INSENSITIVE)))
            .toList();
  }
}
