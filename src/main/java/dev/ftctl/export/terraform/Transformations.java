package dev.ftctl.export.terraform;

import dev.ftctl.model.Group;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Transformations and their projects, as the provider keeps them.
final class Transformations {

  private static final String CONFIG = "project_config";
  private static final String VARIABLES = "environment_vars";

  /// What stood beside the block as long as the type was called after dbt.
  private static final List<String> BESIDE =
      List.of("dbt_version", "default_schema", "target_name", "threads", VARIABLES);

  private Transformations() {}

  static Optional<String> project(Instance instance, Sketches into) {
    String id = instance.first("id");
    String group = instance.first("group_id");
    if (id.isEmpty()) {
      return Optional.of(Simple.UNFINISHED);
    }
    if (!into.isKnown(Group.SLUG, group)) {
      return Optional.of(Simple.unnamed(Group.SLUG, group));
    }
    Sketch sketch = Simple.initial(into.object("transformation-project", id), instance);
    sketch.take(instance, "group_id");
    Value.Mapping config = config(instance);
    new Config(into, instance, sketch)
        .take(CONFIG, config.with(VARIABLES, byName(config.get(VARIABLES))).without("public_key"));
    return Optional.empty();
  }

  /// Without the number that nobody set.
  private static Value.Mapping config(Instance instance) {
    Value.Mapping config = Config.unwrapped(instance.values().get(CONFIG));
    for (String field : BESIDE) {
      Value beside = instance.values().get(field);
      boolean isBeside = config.get(field).isBlank() && !beside.isBlank();
      config = isBeside ? config.with(field, beside) : config;
    }
    return config.text("threads").equals("0") ? config.without("threads") : config;
  }

  /// Lines `NAME=value` as the mapping that a document has.
  private static Value byName(Value lines) {
    Map<String, Value> variables = new LinkedHashMap<>();
    for (Value line : lines instanceof Value.Items list ? list.items() : List.<Value>of()) {
      String[] parts = line.asText().split("=", 2);
      variables.put(parts[0], Value.text(parts.length > 1 ? parts[1] : ""));
    }
    return Value.Mapping.of(variables);
  }

  static Optional<String> transformation(Instance instance, Sketches into) {
    String id = instance.first("id");
    if (id.isEmpty() || instance.first("type").isEmpty()) {
      return Optional.of(Simple.UNFINISHED);
    }
    Sketch sketch = Simple.initial(into.object("transformation", id), instance);
    sketch.take(instance, "type", "paused");
    var config = new Config(into, instance, sketch);
    config.take("transformation_config", said(instance, "transformation_config"));
    config.take("schedule", schedule(instance));
    return Optional.empty();
  }

  /// Without what only the server sets.
  private static Value.Mapping said(Instance instance, String block) {
    return Config.unwrapped(instance.values().get(block)).without("upgrade_available");
  }

  /// Without an interval of 0, which is none, and without a switch that only two types have.
  private static Value.Mapping schedule(Instance instance) {
    Value.Mapping schedule = said(instance, "schedule");
    boolean isSmart = List.of("TIME_OF_DAY", "INTERVAL").contains(schedule.text("schedule_type"));
    Value.Mapping kept = isSmart ? schedule : schedule.without("smart_syncing");
    return kept.text("interval").equals("0") ? kept.without("interval") : kept;
  }
}
