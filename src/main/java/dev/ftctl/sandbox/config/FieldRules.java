package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.FieldType;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.Fingerprints;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// What the server makes of one value in a `config`: checks its type, brings it to the form that is
/// answered, and replaces secrets by fingerprints. A wrong type or enum value anywhere is one
/// generic refusal, as the API gives it.
public final class FieldRules {
  private static final String REFUSAL = "Invalid 'config' object";

  /// The one boolean that destinations answer as a boolean; their other booleans and all integers
  /// are texts (go-fivetran's destination struct).
  private static final String BOOLEAN_IN_DESTINATIONS = "is_private_key_encrypted";

  private final boolean destination;

  FieldRules(boolean destination) {
    this.destination = destination;
  }

  public static ApiError refusal() {
    return ApiError.invalid(REFUSAL);
  }

  /// The stored form of a value that is not null.
  JsonNode normal(FieldFacts field, JsonNode value) {
    var plain = plain(field, value);
    return field.secret() ? Fingerprints.fingerprinted(plain) : plain;
  }

  private JsonNode plain(FieldFacts field, JsonNode value) {
    return switch (field.type()) {
      case TEXT -> TextNode.valueOf(scalar(value));
      case ENUM -> TextNode.valueOf(choice(field, scalar(value)));
      case INTEGER -> integer(value);
      case NUMBER -> number(value);
      case BOOLEAN -> bool(field, value);
      case TEXT_LIST, INTEGER_LIST -> list(field, value);
      case OBJECT -> object(field, value);
      case OBJECT_LIST -> objects(field, value);
      case FREE -> value;
    };
  }

  private static String scalar(JsonNode value) {
    if (!value.isValueNode()) {
      throw refusal();
    }
    return value.asText();
  }

  /// Enum values are compared without case and underscores. Destinations answer `PascalCase` as
  /// `UPPER_SNAKE` (provider changelog 1.9.21); `XMIN` is an old name of a Postgres update method.
  private String choice(FieldFacts field, String value) {
    if (value.isEmpty()) {
      return value;
    }
    var wanted =
        field.name().equals("update_method") && value.equals("XMIN") ? "QUERY_BASED" : value;
    var known =
        field.enumValues().stream()
            .filter(each -> folded(each).equals(folded(wanted)))
            .findFirst()
            .orElseThrow(FieldRules::refusal);
    return destination ? upperSnake(known) : known;
  }

  private static String folded(String value) {
    return value.replace("_", "").toLowerCase(Locale.ROOT);
  }

  static String upperSnake(String value) {
    var isPascal = value.matches("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
    return isPascal
        ? value.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT)
        : value;
  }

  private JsonNode integer(JsonNode value) {
    try {
      var parsed = Long.parseLong(scalar(value));
      if (destination) {
        return TextNode.valueOf(Long.toString(parsed));
      }
      // As the parser would read it, so that an account equals itself after it was stored.
      return parsed == (int) parsed ? IntNode.valueOf((int) parsed) : LongNode.valueOf(parsed);
    } catch (NumberFormatException notAnInteger) {
      throw refusal();
    }
  }

  private JsonNode number(JsonNode value) {
    try {
      var parsed = new BigDecimal(scalar(value));
      return destination ? TextNode.valueOf(parsed.toPlainString()) : DecimalNode.valueOf(parsed);
    } catch (NumberFormatException notANumber) {
      throw refusal();
    }
  }

  private JsonNode bool(FieldFacts field, JsonNode value) {
    var text = scalar(value).toLowerCase(Locale.ROOT);
    if (!text.equals("true") && !text.equals("false")) {
      throw refusal();
    }
    var asText = destination && !field.name().equals(BOOLEAN_IN_DESTINATIONS);
    return asText ? TextNode.valueOf(text) : BooleanNode.valueOf(text.equals("true"));
  }

  private JsonNode list(FieldFacts field, JsonNode value) {
    var copy = JsonNodeFactory.instance.arrayNode();
    for (var item : array(value)) {
      if (field.type() == FieldType.INTEGER_LIST) {
        copy.add(integer(item));
      } else {
        copy.add(field.enumValues().isEmpty() ? scalar(item) : choice(field, scalar(item)));
      }
    }
    return copy;
  }

  private static ArrayNode array(JsonNode value) {
    if (value instanceof ArrayNode array) {
      return array;
    }
    throw refusal();
  }

  /// Members that the service doesn't know are dropped without a word; nulls and empty texts are
  /// not kept.
  private ObjectNode object(FieldFacts field, JsonNode value) {
    if (!(value instanceof ObjectNode sent)) {
      throw refusal();
    }
    if (field.fields().isEmpty()) {
      return sent.deepCopy();
    }
    var copy = JsonNodeFactory.instance.objectNode();
    for (var member : field.fields().values()) {
      var given = sent.path(member.name());
      if (!isNothing(given)) {
        copy.set(member.name(), normal(member, given));
      }
    }
    return copy;
  }

  /// Items of lists come back with every text they could have, null where none was sent (provider
  /// changelog 1.9.11).
  private JsonNode objects(FieldFacts field, JsonNode value) {
    var copy = JsonNodeFactory.instance.arrayNode();
    for (var item : array(value)) {
      var kept = object(field, item);
      field.fields().values().stream()
          .filter(member ->
              member.type() == FieldType.TEXT && !member.secret() && !kept.has(member.name()))
          .forEach(member -> kept.putNull(member.name()));
      copy.add(kept);
    }
    return copy;
  }

  /// Null, absent, empty text and empty list are one thing to the server: it answers none of them.
  static boolean isNothing(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.asText().isEmpty())
        || (value.isArray() && value.isEmpty());
  }

  /// Whether null clears a field of this type; enums and booleans refuse it (provider:
  /// `list_strategy`, `update_method`).
  public static boolean isNullable(FieldType type) {
    return List.of(FieldType.ENUM, FieldType.BOOLEAN).stream().noneMatch(type::equals);
  }
}
