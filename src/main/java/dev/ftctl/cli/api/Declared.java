package dev.ftctl.cli.api;

import dev.ftctl.catalog.FieldType;
import java.util.Locale;
import java.util.Optional;

/// What the API document says that a field takes.
enum Declared {
  STRING,
  /// A text that is to be kept secret.
  SECRET,
  INTEGER,
  NUMBER,
  BOOLEAN;

  static Declared of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }

  /// Empty for what has parts. The items of a list count as the list.
  static Optional<Declared> of(FieldType type) {
    return switch (type) {
      case TEXT, ENUM, TEXT_LIST -> Optional.of(STRING);
      case INTEGER, INTEGER_LIST -> Optional.of(INTEGER);
      case NUMBER -> Optional.of(NUMBER);
      case BOOLEAN -> Optional.of(BOOLEAN);
      case OBJECT, OBJECT_LIST, FREE -> Optional.empty();
    };
  }
}
