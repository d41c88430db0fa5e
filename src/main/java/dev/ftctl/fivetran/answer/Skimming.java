package dev.ftctl.fivetran.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads one answer as [Skim] says. Used once, by one thread.
final class Skimming {

  private static final String DATA = "data";

  /// Members of a value that is still compared with others: those that an element has of its own.
  private static final int MOST_SHARED = 12;

  private final List<String> levels;
  private final Set<String> dropped;
  private final Map<Value, Value> met = new HashMap<>();

  Skimming(Skim skim) {
    this.levels = List.of(skim.levels());
    this.dropped = Set.of(skim.dropping());
  }

  /// The whole envelope, which the parser stands before.
  Value envelope(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.START_OBJECT
        ? members(parser, name -> name.equals(DATA) ? this::data : ValueJson::value)
        : ValueJson.value(parser);
  }

  private interface Part {
    Value read(JsonParser parser) throws IOException;
  }

  private interface Choice {
    /// How the member is read; [#SKIPPED] when it is not.
    Part of(String name);
  }

  private static final Part SKIPPED =
      parser -> {
        parser.skipChildren();
        return Value.ABSENT;
      };

  private Value data(JsonParser parser) throws IOException {
    return members(
        parser,
        name -> name.equals(levels.getFirst()) ? below -> elements(below, 0) : ValueJson::value);
  }

  private Value elements(JsonParser parser, int level) throws IOException {
    return members(parser, name -> each -> once(element(each, level)));
  }

  private Value element(JsonParser parser, int level) throws IOException {
    boolean isLast = level + 1 == levels.size();
    return members(
        parser,
        name -> {
          if (!isLast && name.equals(levels.get(level + 1))) {
            return below -> elements(below, level + 1);
          }
          return dropped.contains(name) ? SKIPPED : each -> once(ValueJson.value(each));
        });
  }

  private static Value members(JsonParser parser, Choice choice) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return ValueJson.value(parser);
    }
    var entries = new LinkedHashMap<String, Value>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      Value value = choice.of(name).read(parser);
      if (!value.isAbsent()) {
        ValueJson.put(entries, name, value);
      }
    }
    return Value.Mapping.of(entries);
  }

  /// Large values differ, and comparing them would cost more than they take.
  private Value once(Value value) {
    if (value instanceof Value.Mapping mapping && mapping.entries().size() > MOST_SHARED) {
      return value;
    }
    Value earlier = met.putIfAbsent(value, value);
    return earlier == null ? value : earlier;
  }
}
