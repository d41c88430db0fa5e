package dev.ftctl.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// An object of the catalogue's JSON. Read by the parser alone: the library's own trees need its
/// mapper, and that takes longer to set up than most runs take to read all they need.
///
/// @param members texts, truths as text, lists of these, and objects
record FactsTree(SequencedMap<String, Object> members) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final FactsTree NONE = new FactsTree(new LinkedHashMap<>());

  /// @throws IllegalStateException when it is no object: a defect of what ships with ftctl
  static FactsTree of(String json) {
    try (JsonParser in = JSON.createParser(json)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        return object(in);
      }
    } catch (IOException broken) {
      throw new IllegalStateException("The bundled catalogue has a broken line", broken);
    }
    throw new IllegalStateException("The bundled catalogue has a line that is no object");
  }

  /// Empty text where there is none.
  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  boolean isTrue(String name) {
    return text(name).equals("true");
  }

  /// Empty where there is none.
  List<String> texts(String name) {
    return members.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /// Empty where there is none.
  FactsTree tree(String name) {
    return members.get(name) instanceof FactsTree tree ? tree : NONE;
  }

  /// Its members, each as text.
  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    members.forEach((name, text) -> texts.put(name, String.valueOf(text)));
    return texts;
  }

  private static FactsTree object(JsonParser in) throws IOException {
    var members = new LinkedHashMap<String, Object>();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      members.put(name, value(in));
    }
    return new FactsTree(members);
  }

  private static List<Object> list(JsonParser in) throws IOException {
    var list = new ArrayList<Object>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(in));
    }
    return list;
  }

  private static Object value(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      return object(in);
    }
    return in.currentToken() == JsonToken.START_ARRAY ? list(in) : in.getText();
  }
}
