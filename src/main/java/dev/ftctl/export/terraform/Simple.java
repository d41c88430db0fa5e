package dev.ftctl.export.terraform;

import dev.ftctl.kind.setuptest.KeyHash;
import dev.ftctl.model.Group;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Groups, destinations, webhooks, and the keys that were approved.
final class Simple {

  static final String UNFINISHED = "has no id: its creation was not finished";

  private Simple() {}

  static Optional<String> group(Instance instance, Sketches into) {
    String id = instance.first("id");
    if (id.isEmpty() || instance.first("name").isEmpty()) {
      return Optional.of(UNFINISHED);
    }
    initial(into.object(Group.SLUG, id), instance).take(instance, "name");
    return Optional.empty();
  }

  static Optional<String> destination(Instance instance, Sketches into) {
    String id = instance.first("group_id", "id");
    if (id.isEmpty()) {
      return Optional.of(UNFINISHED);
    }
    if (!into.isKnown(Group.SLUG, id)) {
      return Optional.of(unnamed(Group.SLUG, id));
    }
    Sketch sketch = initial(into.object("destination", id), instance);
    sketch.fields.put("group_id", Value.text(id));
    sketch.take(
        instance,
        "service",
        "region",
        "time_zone_offset",
        "daylight_saving_time_enabled",
        "networking_method",
        "private_link_id",
        "proxy_agent_id",
        "hybrid_deployment_agent_id");
    sketch.take("hybrid_deployment_agent_id", agent(instance));
    new Config(into, instance, sketch).take("config", instance.values().get("config"));
    trusts(sketch, instance);
    return Optional.empty();
  }

  /// Its name of today, else that of before.
  static Value agent(Instance instance) {
    return Value.text(instance.first("hybrid_deployment_agent_id", "local_processing_agent_id"));
  }

  /// Only what is on: nothing is trusted unless somebody says so.
  static void trusts(Sketch sketch, Instance instance) {
    for (String field : List.of("trust_certificates", "trust_fingerprints")) {
      if (instance.values().text(field).equals("true")) {
        sketch.local.put(field, Value.bool(true));
      }
    }
  }

  static Optional<String> webhook(Instance instance, Sketches into) {
    String id = instance.first("id");
    String group = instance.first("group_id");
    if (id.isEmpty()) {
      return Optional.of(UNFINISHED);
    }
    if (!group.isEmpty() && !into.isKnown(Group.SLUG, group)) {
      return Optional.of(unnamed(Group.SLUG, group));
    }
    initial(into.object("webhook", id), instance)
        .take(instance, "group_id", "url", "events", "active", "secret");
    return Optional.empty();
  }

  /// Hashes of approved certificates or keys become pins.
  static Optional<String> trusted(Instance instance, Sketches into) {
    boolean isDestination = instance.type().contains("destination");
    String slug = isDestination ? "destination" : Sketch.CONNECTOR;
    String id = instance.first("connector_id", "connection_id", "destination_id", "id");
    Optional<Sketch> owner = isDestination ? into.with(slug + "/" + id) : into.owner(slug, id);
    if (owner.isEmpty()) {
      return Optional.of(unnamed(slug, id));
    }
    boolean isKeys = instance.type().endsWith("fingerprints");
    Value list = instance.values().get(isKeys ? "fingerprint" : "certificate");
    var hashes = new ArrayList<Value>();
    for (Value.Mapping one : StateFile.mappings(list)) {
      String hash = one.text("hash");
      if (KeyHash.of(hash).isPresent()) {
        hashes.add(Value.text(hash));
      } else {
        into.carried().note(instance, "the hash '" + hash + "' is no SHA-256, and can't be a pin");
      }
    }
    if (!hashes.isEmpty()) {
      pin(owner.get(), isKeys ? "fingerprints" : "certificates", hashes);
    }
    return Optional.empty();
  }

  private static void pin(Sketch owner, String list, List<Value> hashes) {
    Map<String, Value> pins = new LinkedHashMap<>();
    if (owner.local.get("trusted") instanceof Value.Mapping before) {
      pins.putAll(before.entries());
    }
    pins.put(list, Value.items(hashes));
    owner.local.put("trusted", Value.Mapping.of(pins));
  }

  /// What the configuration ignores, in ftctl's words: left to others once it is created.
  static Sketch initial(Sketch sketch, Instance instance) {
    for (String path : instance.ignored()) {
      String field = path.replaceAll("[.\\[].*", "");
      sketch.initial.add(field);
    }
    return sketch;
  }

  static String unnamed(String slug, String id) {
    return "is of the "
        + (slug.equals(Sketch.CONNECTOR) ? "connection" : slug)
        + (id.isEmpty() ? "" : " " + id)
        + ", whose name nothing tells";
  }
}
