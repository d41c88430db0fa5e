package dev.ftctl.kind.pairing;

import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// When something runs, and what goes with each kind of schedule (fivetran-quirks 2.4.5).
public final class Schedules {

  private static final String SCHEDULE = "schedule";
  private static final String TYPE = "schedule_type";
  private static final FieldPath KIND = FieldPath.of(SCHEDULE, TYPE);

  /// The kind of schedule that each member belongs to.
  private static final SortedMap<String, String> MEMBERS =
      new TreeMap<>(
          Map.of(
              "interval", "INTERVAL",
              "time_of_day", "TIME_OF_DAY",
              "days_of_week", "TIME_OF_DAY",
              "cron", "CRON"));

  private Schedules() {}

  public static List<Pairing> rules() {
    var rules = new ArrayList<Pairing>();
    MEMBERS.forEach((member, kind) -> {
      FieldPath path = FieldPath.of(SCHEDULE, member);
      rules.add(CountsWith.of(path, KIND, kind));
      if (!member.equals("days_of_week")) {
        rules.add(AsksFor.of(KIND, kind, path));
      }
    });
    return List.copyOf(rules);
  }

  /// The live object without the members of a kind of schedule that the manifest leaves, since a
  /// nested object is sent whole and they would go with it.
  public static Value.Mapping leavingKind(Value.Mapping spec, Value.Mapping live) {
    String kind = spec.mapping(SCHEDULE).text(TYPE);
    Value.Mapping schedule = live.mapping(SCHEDULE);
    if (kind.isEmpty() || schedule.entries().isEmpty()) {
      return live;
    }
    for (Map.Entry<String, String> member : MEMBERS.entrySet()) {
      if (!member.getValue().equals(kind)) {
        schedule = schedule.without(member.getKey());
      }
    }
    return live.with(SCHEDULE, schedule);
  }
}
