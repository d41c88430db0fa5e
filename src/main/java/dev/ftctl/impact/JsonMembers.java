package dev.ftctl.impact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Members of an object that is read as a stream.
final class JsonMembers {

  private JsonMembers() {}

  /// Reads the value of a member, which the parser stands on; afterwards it stands on its end.
  @FunctionalInterface
  interface Reader {
    void read(String name) throws IOException;
  }

  /// @param parser stands on the object's beginning, afterwards on its end
  static void each(JsonParser parser, Reader reader) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      reader.read(name);
    }
  }

  /// The members that are texts.
  static Map<String, String> texts(JsonParser parser) throws IOException {
    var texts = new HashMap<String, String>();
    each(
        parser,
        name -> {
          if (parser.currentToken() == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
          } else {
            parser.skipChildren();
          }
        });
    return texts;
  }

  /// The texts of a list; of a text that one.
  static List<String> list(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return List.of(parser.getText());
    }
    var texts = new ArrayList<String>();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          texts.add(parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    } else {
      parser.skipChildren();
    }
    return texts;
  }
}
