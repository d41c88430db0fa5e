package dev.ftctl.kinds.transformation;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.integer;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.refs;
import static dev.ftctl.kind.table.Field.refsToOne;
import static dev.ftctl.kind.table.Field.set;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.kind.compare.LiveNames;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The `schedule` of a transformation, which the API replaces whole (fivetran-quirks 2.13): what
/// belongs to each type of it.
final class RunTimes {

  static final String FIELD = "schedule";
  static final String TYPE = "schedule_type";
  static final String SMART = "smart_syncing";
  static final String CONNECTIONS = "connections";

  static final String TIME_OF_DAY = "TIME_OF_DAY";
  static final String INTERVAL = "INTERVAL";
  static final String CRON = "CRON";

  /// The types of each member that not all have.
  static final Map<String, List<String>> TYPES =
      Map.of(
          "interval",
          List.of(INTERVAL),
          "time_of_day",
          List.of(TIME_OF_DAY),
          "days_of_week",
          List.of(TIME_OF_DAY, INTERVAL),
          "cron",
          List.of(CRON),
          SMART,
          List.of(TIME_OF_DAY, INTERVAL));

  private static final String[] DAYS = {
    "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"
  };

  private static final FieldTable TABLE =
      FieldTable.of(
              oneOf(TYPE, "INTEGRATED", TIME_OF_DAY, INTERVAL, CRON).required().names(),
              text("time_of_day").notClearable(),
              integer("interval"),
              set("cron"),
              set("days_of_week", DAYS),
              bool(SMART),
              refsToOne(CONNECTIONS, "connection_ids", "connector").orAsApi().names(),
              refs("transformations", "transformation_ids", "transformation", false)
                  .orAsApi()
                  .names())
          .ownedBy("schedule of Transformation");

  private RunTimes() {}

  /// What Fivetran takes where a creation says nothing.
  static Value.Mapping usual() {
    return Value.Mapping.EMPTY.with(FIELD, Value.Mapping.EMPTY.with(SMART, Value.bool(false)));
  }

  static Field field() {
    return Field.of(FIELD, new Shape.Nested(TABLE)).notClearable();
  }

  /// A schedule without what says nothing: an interval of 0, and no smart syncing where its type
  /// has none.
  static Value.Mapping said(Value.Mapping schedule) {
    Value.Mapping said = isZero(schedule.get("interval")) ? schedule.without("interval") : schedule;
    boolean isOff = said.get(SMART) instanceof Value.Bool smart && !smart.flag();
    return isOff && !isOf(said, SMART) ? said.without(SMART) : said;
  }

  /// A schedule without what belongs to other types.
  static Value.Mapping ofItsType(Value.Mapping schedule) {
    Value.Mapping kept = said(schedule);
    for (String member : TYPES.keySet()) {
      kept = isOf(kept, member) ? kept : kept.without(member);
    }
    return kept;
  }

  /// Whether a member belongs to the type of a schedule. Types that nobody knows have all.
  static boolean isOf(Value.Mapping schedule, String member) {
    String type = schedule.text(TYPE);
    boolean isKnown =
        type.equals("INTEGRATED") || TYPES.values().stream().anyMatch(of -> of.contains(type));
    return !isKnown || TYPES.getOrDefault(member, List.of(type)).contains(type);
  }

  /// What a live schedule says, without what belongs to other types, and with the names of what it
  /// refers to.
  static Value.Mapping told(Value.Mapping live, Ids ids) {
    Value.Mapping told = ofItsType(live);
    for (String member : List.copyOf(told.entries().keySet())) {
      told = told.get(member).isBlank() ? told.without(member) : told;
    }
    return new LiveNames(ids).in(TABLE, told) instanceof Value.Mapping named ? named : told;
  }

  /// What a live schedule will say: members that a manifest leaves out stay, as far as they belong
  /// to its type.
  ///
  /// @param told of the live one
  static Value.Mapping afterwards(Value.Mapping told, Value.Mapping spec) {
    Value.Mapping after = told;
    for (Map.Entry<String, Value> said : spec.entries().entrySet()) {
      after = after.with(said.getKey(), said.getValue());
    }
    return ofItsType(after);
  }

  /// As people read it: `INTERVAL (interval 120, connections orders@eu)`.
  static String shown(Value.Mapping schedule) {
    var parts = new ArrayList<String>();
    for (Field field : TABLE.all()) {
      Value said = schedule.get(field.name());
      Value value = said.isBlank() ? schedule.get(field.apiName()) : said;
      if (!value.isBlank() && !field.name().equals(TYPE)) {
        parts.add(field.name() + " " + shown(value));
      }
    }
    return schedule.text(TYPE) + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
  }

  private static String shown(Value value) {
    return value instanceof Value.Items list
        ? list.items().stream().map(LiveNames::label).sorted().collect(Collectors.joining(" "))
        : value.asText();
  }

  static boolean isZero(Value value) {
    return value instanceof Value.Num number && number.number().compareTo(BigDecimal.ZERO) == 0;
  }
}
