package dev.ftctl.export.terraform;

import dev.ftctl.model.Group;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Log services of groups and of the account.
final class Logs {

  /// The only one that has a port and a switch for TLS.
  private static final String SPLUNK = "splunkLog";

  private Logs() {}

  /// It has its group's id.
  static Optional<String> ofGroup(Instance instance, Sketches into) {
    String id = instance.first("group_id", "id");
    if (id.isEmpty()) {
      return Optional.of(Simple.UNFINISHED);
    }
    if (!into.isKnown(Group.SLUG, id)) {
      return Optional.of(Simple.unnamed(Group.SLUG, id));
    }
    Sketch sketch = take(instance, into, "external-log", id);
    sketch.fields.put("group_id", Value.text(id));
    return Optional.empty();
  }

  static Optional<String> ofAccount(Instance instance, Sketches into) {
    String id = instance.first("id");
    if (id.isEmpty()) {
      return Optional.of(Simple.UNFINISHED);
    }
    take(instance, into, "account-log", id);
    return Optional.empty();
  }

  private static Sketch take(Instance instance, Sketches into, String slug, String id) {
    Sketch sketch = Simple.initial(into.object(slug, id), instance);
    sketch.take(instance, "service", "enabled");
    new Config(into, instance, sketch).take("config", set(instance));
    return sketch;
  }

  /// The provider keeps the members of all services in one object, a number that nobody set as 0
  /// (fivetran-quirks Q31) and a switch as `false`.
  private static Value.Mapping set(Instance instance) {
    Value.Mapping config = Config.unwrapped(instance.values().get("config"));
    for (String name : List.of("port", "enable_ssl")) {
      boolean isUnset = Set.of("0", "false").contains(config.text(name));
      config = isUnset && !instance.first("service").equals(SPLUNK) ? config.without(name) : config;
    }
    return config;
  }
}
