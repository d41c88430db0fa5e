package dev.ftctl.kinds.transformation;

import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Transformations as the API answers and takes them.
final class LiveFields {

  private LiveFields() {}

  /// An answer without what other types of schedules left, and without the connections that a
  /// Quickstart's schedule is answered with (fivetran-quirks 2.13).
  static Value.Mapping of(Value.Mapping answered) {
    Value.Mapping schedule = RunTimes.ofItsType(answered.mapping(RunTimes.FIELD));
    if (TransformationType.isQuickstart(answered)) {
      schedule = schedule.without(TransformationType.CONNECTION_IDS);
    }
    if (RunTimes.isOf(schedule, RunTimes.SMART) && schedule.get(RunTimes.SMART).isBlank()) {
      schedule = schedule.with(RunTimes.SMART, Value.bool(false));
    }
    return answered.with(RunTimes.FIELD, schedule);
  }

  /// The ids of a Quickstart's connections, sorted.
  static List<String> connections(Value.Mapping fields) {
    Value ids = fields.mapping(TransformationType.CONFIG).get(TransformationType.CONNECTION_IDS);
    return Shape.elements(ids).stream().map(Value::asText).distinct().sorted().toList();
  }

  /// The body of an update, which the live object filled up: without what the new type of its
  /// schedule has no place for, and what no update changes.
  static Value.Mapping patch(Value.Mapping body) {
    Value.Mapping patch = body;
    if (body.get(RunTimes.FIELD) instanceof Value.Mapping schedule) {
      patch = patch.with(RunTimes.FIELD, RunTimes.ofItsType(schedule));
    }
    if (body.get(TransformationType.CONFIG) instanceof Value.Mapping config) {
      patch =
          patch.with(
              TransformationType.CONFIG,
              config
                  .without(TransformationType.PACKAGE)
                  .without(TransformationType.CONNECTION_IDS)
                  .without("upgrade_available"));
    }
    return patch;
  }
}
