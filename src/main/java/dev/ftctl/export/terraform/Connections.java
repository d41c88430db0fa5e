package dev.ftctl.export.terraform;

import dev.ftctl.model.Group;
import dev.ftctl.model.value.Value;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Connections in all the ways in which the provider has had them, what it keeps of them in
/// resources of their own, and their schedules, whose booleans and numbers are texts there.
final class Connections {

  private static final String[] SCHEDULE = {
    "sync_frequency", "daily_sync_time", "schedule_type", "schedule", "paused", "pause_after_trial"
  };

  private Connections() {}

  static Optional<String> connection(Instance instance, Sketches into) {
    String id = instance.first("id");
    String group = instance.first("group_id");
    String schema = schema(instance);
    if (id.isEmpty() || schema.isEmpty() || instance.first("service").isEmpty()) {
      return Optional.of(id.isEmpty() ? Simple.UNFINISHED : "has no service or schema name");
    }
    if (!into.isKnown(Group.SLUG, group)) {
      return Optional.of(Simple.unnamed(Group.SLUG, group));
    }
    Sketch sketch = Simple.initial(into.object(Sketch.CONNECTOR, id), instance);
    sketch.fields.put("schema", Value.text(schema));
    sketch.take(
        instance,
        "group_id",
        "service",
        "data_delay_sensitivity",
        "data_delay_threshold",
        "networking_method",
        "private_link_id",
        "proxy_agent_id",
        "destination_schema_names",
        "external_secrets_manager_id",
        "external_secrets_keys_config");
    sketch.take("hybrid_deployment_agent_id", Simple.agent(instance));
    sketch.take(instance, SCHEDULE);
    var config = new Config(into, instance, sketch);
    config.take("config", instance.values().get("config"));
    config.take("auth", instance.values().get("auth"));
    Simple.trusts(sketch, instance);
    return Optional.empty();
  }

  /// Of a connection that is elsewhere.
  static Optional<String> config(Instance instance, Sketches into) {
    Optional<Sketch> connection = of(instance, into);
    if (connection.isEmpty()) {
      return Optional.of(Simple.unnamed(Sketch.CONNECTOR, id(instance)));
    }
    for (String block : new String[] {"config", "auth"}) {
      String text = instance.values().text(block);
      Optional<Value> value = text.isEmpty() ? Optional.empty() : Json.text(text);
      if (!text.isEmpty() && value.isEmpty()) {
        return Optional.of("has a " + block + " that is no JSON");
      }
      value.ifPresent(said -> new Config(into, instance, connection.get()).take(block, said));
    }
    Simple.trusts(Simple.initial(connection.get(), instance), instance);
    return Optional.empty();
  }

  static Optional<String> schedule(Instance instance, Sketches into) {
    Optional<Sketch> connection = of(instance, into);
    if (connection.isEmpty()) {
      return Optional.of(Simple.unnamed(Sketch.CONNECTOR, id(instance)));
    }
    Simple.initial(connection.get(), instance).take(instance, SCHEDULE);
    return Optional.empty();
  }

  static Optional<Sketch> of(Instance instance, Sketches into) {
    String id = id(instance);
    return id.isEmpty() ? named(instance, into) : into.owner(Sketch.CONNECTOR, id);
  }

  /// A schedule may say group and name in place of the id.
  private static Optional<Sketch> named(Instance instance, Sketches into) {
    return into.all().stream()
        .filter(sketch -> sketch.slug().equals(Sketch.CONNECTOR))
        .filter(sketch -> sketch.text("schema").equals(instance.first("connector_name")))
        .filter(sketch -> sketch.text("group_id").equals(instance.first("group_id")))
        .findFirst();
  }

  static String id(Instance instance) {
    return instance.first("connection_id", "connector_id", "id");
  }

  /// As the account calls it; where the state doesn't tell, what makes it up.
  static String schema(Instance instance) {
    String said = instance.first("schema", "name");
    if (!said.isEmpty()) {
      return said;
    }
    Value.Mapping block = instance.only("destination_schema");
    Value.Mapping config = Config.unwrapped(instance.values().get("config"));
    return Stream.of(
            block.text("prefix"),
            config.text("schema_prefix"),
            joined(block, "name"),
            joined(config, "schema"))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String joined(Value.Mapping names, String first) {
    return Stream.of(
            names.text(first),
            names.text("table").isEmpty() ? names.text("table_group_name") : names.text("table"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("."));
  }
}
