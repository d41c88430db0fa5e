package dev.ftctl.handout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What a sink gets: `{"address", "id", "values": {…}}` on one line.
///
/// @param json of that form
record HandedText(ObjectNode json) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ADDRESS = "address";
  private static final String ID = "id";
  private static final String VALUES = "values";

  static HandedText of(Address address, RemoteId id, Value.Mapping values) {
    ObjectNode json = JSON.createObjectNode();
    json.put(ADDRESS, address.toString()).put(ID, id.value());
    ObjectNode told = json.putObject(VALUES);
    values
        .entries()
        .forEach((name, value) -> {
          if (value instanceof Value.Num number) {
            told.put(name, number.number());
          } else {
            told.put(name, value.asText());
          }
        });
    return new HandedText(json);
  }

  /// Empty for a text that is not whole, or is another's.
  static Optional<HandedText> read(String text) {
    try {
      return JSON.readTree(text) instanceof ObjectNode json
              && json.get(VALUES) instanceof ObjectNode
          ? Optional.of(new HandedText(json))
          : Optional.empty();
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }

  Value.Mapping values() {
    var values = new LinkedHashMap<String, Value>();
    json.path(VALUES)
        .properties()
        .forEach(member ->
            values.put(
                member.getKey(),
                member.getValue().isNumber()
                    ? new Value.Num(member.getValue().decimalValue(), Origin.LIVE)
                    : Value.text(member.getValue().asText())));
    return Value.Mapping.of(values);
  }

  boolean isOf(Address address) {
    return json.path(ADDRESS).asText().equals(address.toString());
  }

  boolean isOf(RemoteId id) {
    return json.path(ID).asText().equals(id.value());
  }

  /// So that nothing that is printed later can hold a value of it.
  void remember(Redaction redaction) {
    for (JsonNode value : json.path(VALUES)) {
      if (value.isTextual()) {
        redaction.remember(value.asText());
      }
    }
  }

  String text() {
    return json + "\n";
  }
}
