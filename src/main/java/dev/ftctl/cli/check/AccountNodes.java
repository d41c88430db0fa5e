package dev.ftctl.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An account that a test describes, as the simulator takes it: `{collection: {id: node}}`. What
/// hardly any test says is filled in.
final class AccountNodes {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String CREATED = "2026-01-01T00:00:00.000000Z";
  private static final List<String> WITH_TIME =
      List.of("groups", "destinations", "connections", "users", "teams", "webhooks");

  private AccountNodes() {}

  /// @param json an account, or what `sandbox show --format json` prints, which has it under a key
  static ObjectNode of(JsonNode json) {
    JsonNode inner = json.path("account");
    JsonNode account = inner.isObject() && !inner.has("info") ? inner : json;
    if (!(account instanceof ObjectNode object)) {
      throw new IllegalArgumentException("an account is a mapping of collections");
    }
    ObjectNode whole = object.deepCopy();
    whole
        .properties()
        .forEach(collection ->
            collection.getValue().properties().forEach(node -> fill(collection.getKey(), node)));
    return whole;
  }

  private static void fill(String collection, java.util.Map.Entry<String, JsonNode> entry) {
    if (!(entry.getValue() instanceof ObjectNode node) || !WITH_TIME.contains(collection)) {
      return;
    }
    usual(node, "id", JSON.textNode(entry.getKey()));
    usual(node, "created_at", JSON.textNode(CREATED));
    switch (collection) {
      case "groups" -> usual(node, "name", JSON.textNode(entry.getKey()));
      case "destinations" -> {
        usual(node, "group_id", JSON.textNode(entry.getKey()));
        usual(node, "setup_status", JSON.textNode("connected"));
      }
      case "connections" -> fillConnection(node);
      default -> {
        // Nothing is missed of the others.
      }
    }
  }

  private static void fillConnection(ObjectNode node) {
    boolean isPaused = node.path("paused").asBoolean(false);
    usual(node, "service_version", JSON.numberNode(1));
    usual(node, "paused", JSON.booleanNode(isPaused));
    usual(node, "schedule_type", JSON.textNode("auto"));
    usual(node, "config", JSON.objectNode());
    ObjectNode status = JSON.objectNode();
    status.put("setup_state", "connected").put("sync_state", isPaused ? "paused" : "scheduled");
    status.put("update_state", "on_schedule").put("is_historical_sync", false);
    status.putArray("tasks");
    status.putArray("warnings");
    usual(node, "status", status);
  }

  private static void usual(ObjectNode node, String key, JsonNode value) {
    if (!node.has(key)) {
      node.set(key, value);
    }
  }

  /// Lays one over the other: mappings merge, everything else is replaced.
  static void merge(ObjectNode below, ObjectNode over) {
    over.properties()
        .forEach(entry -> {
          if (entry.getValue() instanceof ObjectNode more
              && below.get(entry.getKey()) instanceof ObjectNode own) {
            merge(own, more);
          } else {
            below.set(entry.getKey(), entry.getValue());
          }
        });
  }

  /// YAML with the types of its core schema.
  static JsonNode json(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar(scalar);
      case Node.Sequence list -> {
        var array = JSON.arrayNode();
        list.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Node.Mapping mapping -> {
        var object = JSON.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
        yield object;
      }
      case Node.Refused refused -> JSON.nullNode();
    };
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    if (!scalar.isPlain()) {
      return JSON.textNode(scalar.text());
    }
    if (scalar.isNull()) {
      return JSON.nullNode();
    }
    Optional<Boolean> flag = Core.bool(scalar.text());
    Optional<BigDecimal> number = Core.number(scalar.text());
    return flag.<JsonNode>map(JSON::booleanNode)
        .or(() -> number.map(JSON::numberNode))
        .orElseGet(() -> JSON.textNode(scalar.text()));
  }

  /// The tables and columns that schema settings name, as the simulator's `sources` add them; empty
  /// for none.
  static ObjectNode named(Value.Mapping settings) {
    var added = JSON.objectNode();
    settings
        .mapping("schemas")
        .entries()
        .forEach((schema, level) -> {
          if (level instanceof Value.Mapping mapping && isName(schema)) {
            tables(mapping.get("tables"), added, schema);
          }
        });
    return added;
  }

  private static void tables(Value tables, ObjectNode added, String schema) {
    if (!(tables instanceof Value.Mapping mapping)) {
      return;
    }
    mapping
        .entries()
        .forEach((table, level) -> {
          if (isName(table)) {
            var columns = added.withObjectProperty(schema).putArray(table);
            columns.add("id*");
            if (level instanceof Value.Mapping one) {
              one.mapping("columns").entries().keySet().stream()
                  .filter(AccountNodes::isName)
                  .filter(column -> !column.equals("id"))
                  .forEach(columns::add);
            }
          }
        });
  }

  /// A pattern means what a source has.
  private static boolean isName(String key) {
    return key.indexOf('*') < 0;
  }
}
