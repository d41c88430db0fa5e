package dev.ftctl.kinds.connector;

import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The name of a connection in words of no service, so that one template serves services of several
/// naming families: `destination_schema: {name, table}` or `{prefix}`. It is put into `config`
/// under the naming keys that the service has there (fivetran-quirks 2.4.1).
final class DestinationSchema {

  static final String FIELD = "destination_schema";

  private static final String NAME = "name";
  private static final String TABLE = "table";
  private static final String PREFIX = "prefix";
  private static final List<String> MEMBERS = List.of(NAME, TABLE, PREFIX);

  private static final String SCHEMA_KEY = "schema";
  private static final String PREFIX_KEY = "schema_prefix";

  private DestinationSchema() {}

  /// The field with what the service takes of it; a name is taken by all.
  static Field field(Optional<ServiceFacts> facts) {
    var members =
        MEMBERS.stream()
            .filter(member -> takes(facts, member))
            .map(member -> Field.text(member).identity())
            .toList();
    String owner =
        facts.map(known -> FIELD + " of service '" + known.service() + "'").orElse(FIELD);
    return Field.of(FIELD, new Shape.Nested(FieldTable.of(members).ownedBy(owner)))
        .identity()
        .local();
  }

  private static boolean takes(Optional<ServiceFacts> facts, String member) {
    return facts.isEmpty()
        || switch (member) {
          case TABLE -> !tableKeys(facts).isEmpty();
          case PREFIX -> isPrefixed(facts);
          default -> true;
        };
  }

  static boolean isWritten(Value.Mapping spec) {
    return !spec.get(FIELD).isBlank();
  }

  /// The spec with its name in `config`, where what `config` says already stays.
  static Value.Mapping inConfig(Optional<ServiceFacts> facts, Value.Mapping spec) {
    Value.Mapping said = spec.mapping(FIELD);
    if (!isWritten(spec)) {
      return spec.without(FIELD);
    }
    boolean isThere = spec.get(ConnectorTable.CONFIG) instanceof Value.Mapping;
    Value.Mapping config = spec.mapping(ConnectorTable.CONFIG);
    var entries = new LinkedHashMap<>(config.entries());
    var places = new LinkedHashMap<>(config.keyPlaces());
    for (String member : written(said)) {
      String key = key(facts, member, config);
      if (entries.getOrDefault(key, Value.ABSENT).isBlank()) {
        entries.put(key, said.get(member));
        places.put(key, said.placeOf(member));
      }
    }
    return spec.without(FIELD)
        .with(
            ConnectorTable.CONFIG,
            new Value.Mapping(entries, places, isThere ? config.origin() : said.origin()));
  }

  private static List<String> written(Value.Mapping said) {
    return MEMBERS.stream().filter(member -> !said.get(member).isBlank()).toList();
  }

  /// What a member is called in `config`. Where there are two names for a table, the one that
  /// `config` uses counts.
  private static String key(Optional<ServiceFacts> facts, String member, Value.Mapping config) {
    return switch (member) {
      case PREFIX -> PREFIX_KEY;
      case TABLE ->
          tableKeys(facts).stream()
              .filter(key -> !config.get(key).isBlank())
              .findFirst()
              .or(() -> tableKeys(facts).stream().findFirst())
              .orElse(TABLE);
      default -> isPrefixed(facts) ? PREFIX_KEY : SCHEMA_KEY;
    };
  }

  private static boolean isPrefixed(Optional<ServiceFacts> facts) {
    return facts.filter(known -> known.naming() == NamingFamily.SCHEMA_PREFIX).isPresent();
  }

  /// The keys that may follow the schema in a name, the usual one first.
  private static List<String> tableKeys(Optional<ServiceFacts> facts) {
    return facts
        .map(known ->
            known.namingKeys().stream()
                .filter(key -> !key.equals(SCHEMA_KEY) && !key.equals(PREFIX_KEY))
                .toList())
        .orElse(List.of("table", "table_group_name"));
  }

  /// What is missing of it, in words: `destination_schema.table too` beside a name.
  static String needed(Optional<ServiceFacts> facts, Value.Mapping spec) {
    List<String> there = written(spec.mapping(FIELD));
    String missing =
        Stream.of(isPrefixed(facts) ? PREFIX : NAME, TABLE)
            .filter(member -> !there.contains(member))
            .findFirst()
            .orElse(NAME);
    return FIELD + "." + missing + (there.isEmpty() ? "" : " too");
  }

  /// What names the connection twice, and not the same.
  static List<Problem> check(Resource wanted, Optional<ServiceFacts> facts) {
    Value.Mapping said = wanted.spec().mapping(FIELD);
    Value.Mapping config = wanted.spec().mapping(ConnectorTable.CONFIG);
    var problems = new ArrayList<Problem>();
    for (String member : written(said)) {
      String key = key(facts, member, config);
      if (!config.get(key).isBlank() && !isSame(said.get(member), config.get(key))) {
        problems.add(twice(wanted, config, key, said, member));
      }
      rivals(facts, key).stream()
          .filter(rival -> !config.get(rival).isBlank())
          .forEach(rival -> problems.add(twice(wanted, config, rival, said, member)));
    }
    boolean isPrefix = !said.get(PREFIX).isBlank();
    for (String member : isPrefix ? List.of(NAME, TABLE) : List.<String>of()) {
      boolean isSame = facts.isPresent() && isSame(said.get(member), said.get(PREFIX));
      if (!said.get(member).isBlank() && !isSame) {
        problems.add(twice(wanted, said, PREFIX, said, member));
      }
    }
    return problems;
  }

  /// The keys of `config` that exclude another where nobody knows the service's family.
  private static List<String> rivals(Optional<ServiceFacts> facts, String key) {
    if (facts.isPresent()) {
      return List.of();
    }
    return key.equals(PREFIX_KEY)
        ? Stream.concat(Stream.of(SCHEMA_KEY), tableKeys(facts).stream()).toList()
        : List.of(PREFIX_KEY);
  }

  private static boolean isSame(Value one, Value other) {
    return one.equals(other) || !one.asText().isEmpty() && one.asText().equals(other.asText());
  }

  /// @param one what holds a key that says it otherwise than `member` of `said`
  private static Problem twice(
      Resource wanted, Value.Mapping one, String key, Value.Mapping said, String member) {
    String owner = key.equals(PREFIX) ? FIELD : ConnectorTable.CONFIG;
    return Problem.error(
        one.placeOf(key),
        "named-twice",
        "connector " + wanted.metadata().name(),
        "is named twice: %s.%s is %s, and %s.%s is %s"
            .formatted(
                owner, key, one.get(key).display(), FIELD, member, said.get(member).display()),
        "keep one of them");
  }
}
