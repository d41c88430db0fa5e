package dev.ftctl.endtoend;

import dev.ftctl.endtoend.FieldPlaces.Place;
import dev.ftctl.kind.table.Field.Trait;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What comes of a field that a document says otherwise than the account: by its traits, or by a
/// table of those for which that would be wrong.
enum FieldOutcome {
  /// One write, with it and what the API replaces whole.
  UPDATED,
  /// Told as a replacement and blocked; nothing is sent.
  REPLACED,
  /// The document means another object; the one that it meant is let alone.
  ANOTHER,
  /// No difference; nothing is sent.
  NOTHING,
  /// An error before anything is sent.
  REFUSED,
  /// Means something else than a field of the object; a test of its own shows it.
  ELSEWHERE;

  /// @param why in words; for what is shown elsewhere the test
  record Exception(FieldOutcome outcome, String why) {}

  /// By kind and field, or by kind, variant and field.
  static final Map<String, Exception> EXCEPTIONS =
      """
      connector id | elsewhere | PrivateLinkTest#twoOfOneNameAskForTheId
      private-link id | elsewhere | PrivateLinkTest#twoOfOneNameAskForTheId
      connector groups | elsewhere | FanOutTest#oneMoreGroupIsOneCreate
      connector sdk_package | elsewhere | SdkPackageTest#standsInItsConnectorToo
      connector config.package_id | elsewhere | SdkPackageTest#codeOfSomebodyElseIsMadeAnew
      connector group | refused | `groups` says it, and each instance has its own
      schema-settings is_type_locked | nothing | no answer tells it; it goes along with other changes
      transformation QUICKSTART schedule.connections | refused | are those of dbt transformations
      transformation transformation_config.project | another | it is found by it; `spec.id` changes it
      transformation transformation_config.name | another | it is found by it; `moved_from` changes it
      transformation transformation_config.package_name | another | it is found by it
      transformation transformation_config.connections | another | it is found by them
      transformation type | another | the one is found by other fields than the other
      transformation-project group | another | it is found by it
      transformation-project type | nothing | there is one, and another word for it
      user user_type | refused | a person and a service account are two
      """
          .lines()
          .map(line -> line.split(" \\| ", -1))
          .collect(
              LinkedHashMap::new,
              (rows, row) ->
                  rows.put(row[0], new Exception(valueOf(row[1].toUpperCase(Locale.ROOT)), row[2])),
              Map::putAll);

  static FieldOutcome of(Place place) {
    Exception exception = EXCEPTIONS.getOrDefault(place.toString(), EXCEPTIONS.get(place.key()));
    return exception == null ? byTraits(place) : exception.outcome();
  }

  static FieldOutcome byTraits(Place place) {
    if (place.is(Trait.READ_ONLY)) {
      return REFUSED;
    }
    if (place.is(Trait.IDENTITY)) {
      return ANOTHER;
    }
    if (place.is(Trait.IMMUTABLE)) {
      return REPLACED;
    }
    boolean isNeverCompared =
        place.is(Trait.SECRET)
            || place.is(Trait.WRITE_ONLY)
            || place.is(Trait.CREATE_ONLY)
            || place.is(Trait.LOCAL);
    return isNeverCompared ? NOTHING : UPDATED;
  }
}
