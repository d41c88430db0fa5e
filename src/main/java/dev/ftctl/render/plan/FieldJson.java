package dev.ftctl.render.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.render.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// One operation on a field as JSON; `shown` is what the text of the plan says. A secret has
/// neither value, only its source. What prints otherwise than its value would has its words besides
/// (`from`, `to`), so that the same is printed of what is read again.
final class FieldJson {

  private FieldJson() {}

  static ObjectNode of(FieldChange field) {
    ObjectNode json = Json.object();
    json.put("op", operation(field)).put("path", field.path().jsonPointer());
    json.put("effect", field.effect().name().toLowerCase(Locale.ROOT));
    if (field.after() instanceof Value.Secret secret) {
      json.put("secret", true).put("source", secret.source().name());
    } else if (field.effect() == Effect.SECRET) {
      json.put("secret", true);
    } else {
      put(json, "before", field.before());
      put(json, "value", field.after());
    }
    json.put("shown", FieldText.shown(field));
    FieldChange again = read(json);
    if (field.effect() != Effect.SECRET) {
      putWords(json, "from", field.from(), again.from());
      putWords(json, "to", field.to(), again.to());
    }
    if (!field.note().isEmpty()) {
      json.put("note", field.note());
    }
    return json;
  }

  private static void putWords(ObjectNode json, String name, String words, String again) {
    if (!words.equals(again)) {
      json.put(name, words);
    }
  }

  private static void put(ObjectNode json, String key, Value value) {
    if (!value.isAbsent()) {
      json.set(key, Json.of(value));
    }
  }

  private static String operation(FieldChange field) {
    return switch (field.effect()) {
      case ADD -> "add";
      case REMOVE, CLEAR -> "remove";
      case SET -> field.before().isAbsent() ? "add" : "replace";
      case REPLACE, SECRET -> "replace";
    };
  }

  /// What of it is printed.
  static FieldChange read(JsonNode json) {
    Effect effect = Effect.valueOf(json.path("effect").asText().toUpperCase(Locale.ROOT));
    Value before = value(json.path("before"));
    Value after = value(json.path("value"));
    // Where neither is told, the words are all there is.
    boolean isSecret = json.path("secret").asBoolean();
    String shown = json.path("shown").asText();
    return new FieldChange(
        path(json.path("path").asText()),
        before,
        after,
        json.path("from").asText(isSecret ? "" : before.display()),
        json.path("to").asText(isSecret ? shown : after.display()),
        effect,
        json.path("note").asText());
  }

  private static FieldPath path(String pointer) {
    var segments = new ArrayList<String>();
    for (String segment : pointer.split("/", -1)) {
      segments.add(segment.replace("~1", "/").replace("~0", "~"));
    }
    return new FieldPath(List.copyOf(segments.subList(1, segments.size())));
  }

  private static Value value(JsonNode json) {
    return switch (json.getNodeType()) {
      case MISSING -> Value.ABSENT;
      case NULL -> Value.nothing();
      case BOOLEAN -> Value.bool(json.asBoolean());
      case STRING -> Value.text(json.asText());
      case NUMBER -> number(json);
      case ARRAY -> {
        var items = new ArrayList<Value>();
        json.forEach(item -> items.add(value(item)));
        yield Value.items(items);
      }
      case OBJECT -> {
        var entries = new LinkedHashMap<String, Value>();
        json.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
        yield Value.Mapping.of(entries);
      }
      case BINARY, POJO -> throw new IllegalArgumentException("no value of JSON");
    };
  }

  /// None of JSON's is infinite, and what doubles make of one that is larger is.
  private static Value number(JsonNode json) {
    if (json.isDouble() && !Double.isFinite(json.asDouble())) {
      throw new IllegalArgumentException("no number");
    }
    return new Value.Num(json.decimalValue(), dev.ftctl.model.value.Origin.LIVE);
  }
}
