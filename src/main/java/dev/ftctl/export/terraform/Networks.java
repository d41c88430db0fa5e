package dev.ftctl.export.terraform;

import dev.ftctl.model.Group;
import dev.ftctl.model.value.Value;
import java.util.Optional;

/// Private links and agents. What Fivetran told once of an agent stays behind in the state.
final class Networks {

  private Networks() {}

  /// Its config is a map of texts, and was a block before.
  static Optional<String> link(Instance instance, Sketches into) {
    String id = instance.first("id");
    if (id.isEmpty() || instance.first("name").isEmpty()) {
      return Optional.of(Simple.UNFINISHED);
    }
    Sketch sketch = Simple.initial(into.object("private-link", id), instance);
    sketch.take(instance, "name", "region", "service");
    var config = new Config(into, instance, sketch);
    config.take("config", instance.values().get("config"));
    config.take("config", instance.values().get("config_map"));
    return Optional.empty();
  }

  static Optional<String> proxyAgent(Instance instance, Sketches into) {
    return agent(instance, into, "proxy-agent")
        .map(sketch -> {
          sketch.take(instance, "group_region");
          return Optional.<String>empty();
        })
        .orElse(Optional.of(Simple.UNFINISHED));
  }

  static Optional<String> hybridAgent(Instance instance, Sketches into) {
    String group = instance.first("group_id");
    if (!into.isKnown(Group.SLUG, group)) {
      return Optional.of(Simple.unnamed(Group.SLUG, group));
    }
    return agent(instance, into, "hybrid-agent")
        .map(sketch -> {
          sketch.take(instance, "group_id", "env_type");
          return Optional.<String>empty();
        })
        .orElse(Optional.of(Simple.UNFINISHED));
  }

  /// It is there: a new one needs a place for its secrets, which a person has to name, and the
  /// licence of a hybrid one is for a person to accept.
  private static Optional<Sketch> agent(Instance instance, Sketches into, String slug) {
    String id = instance.first("id");
    Value name = instance.values().get("display_name");
    if (id.isEmpty() || name.isBlank()) {
      return Optional.empty();
    }
    Sketch sketch = Simple.initial(into.object(slug, id), instance);
    sketch.take("display_name", name);
    sketch.isExisting = true;
    return Optional.of(sketch);
  }
}
