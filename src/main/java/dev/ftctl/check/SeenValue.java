package dev.ftctl.check;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.stream.Collectors;

/// One side of a field that differs: its value, and the words that a plan prints for it.
record SeenValue(Value value, String words) {

  /// Whether a test means it: by its words, with or without their quotes, or by what it is. Items
  /// of a list may stand in any order, since those of the API are sets.
  boolean isMeantBy(Node written) {
    return switch (written) {
      case Node.Scalar scalar when scalar.isNull() -> value.isBlank() && words.equals(none());
      case Node.Scalar scalar -> isMeantBy(scalar.text());
      case Node.Sequence list ->
          value instanceof Value.Items items && texts(items).equals(texts(list));
      case Node.Mapping mapping -> false;
      case Node.Refused refused -> false;
    };
  }

  private boolean isMeantBy(String text) {
    return text.equals(words)
        || words.equals('"' + text + '"')
        || (isPlain() && !value.isBlank() && text.equals(value.asText()));
  }

  /// A text from elsewhere has its source for its words, and is compared with nothing else.
  private boolean isPlain() {
    return !value.origin().printsAsSource();
  }

  private String none() {
    return value.display();
  }

  private static List<String> texts(Value.Items items) {
    return items.items().stream().map(Value::asText).sorted().toList();
  }

  private static List<String> texts(Node.Sequence list) {
    return list.items().stream()
        .map(item -> item instanceof Node.Scalar scalar ? scalar.text() : item.what())
        .sorted()
        .toList();
  }

  /// As a test wrote it.
  static String written(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.isNull() ? "null" : scalar.text();
      case Node.Sequence list ->
          list.items().stream().map(SeenValue::written).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping mapping -> mapping.what();
      case Node.Refused refused -> refused.what();
    };
  }
}
