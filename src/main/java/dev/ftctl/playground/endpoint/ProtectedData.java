package dev.ftctl.playground.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ftctl.playground.data.Item;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.JsonStyle;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/// What the endpoints of `/auth` answer who may read it: the first twenty records, the members
/// sorted by name.
final class ProtectedData {

  private static final int MOST = 20;

  private final Answer answer;

  ProtectedData(List<Item> items, JsonStyle style) {
    List<Item> first = items.subList(0, Math.min(MOST, items.size()));
    answer = Answer.json(200, style.object(json -> write(first, json)));
  }

  Answer answer() {
    return answer;
  }

  private static void write(List<Item> items, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("data");
    for (Item item : items) {
      json.writeStartObject();
      for (var field : new TreeMap<>(item.fields()).entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
