package dev.ftctl.kinds.transformation;

import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/// What a variable of a package takes.
///
/// @param declared `type`, and `allowed_values` where there are few
record VariableKind(Value.Mapping declared) {

  /// Whether it takes a value. What is known only once it is sent is taken.
  boolean takes(Value value) {
    if (value.isBlank() || value instanceof Value.Secret || value.origin().isForeign()) {
      return true;
    }
    boolean fits =
        switch (type()) {
          case "BOOLEAN" -> value instanceof Value.Bool;
          case "INTEGER" -> value instanceof Value.Num number && isWhole(number.number());
          case "FLOAT", "NUMBER" -> value instanceof Value.Num;
          case "LIST" -> value instanceof Value.Items;
          case "DICTIONARY", "OBJECT" -> value instanceof Value.Mapping;
          case "STRING", "TEXT" -> value instanceof Value.Text;
          default -> true;
        };
    return fits && (allowed().isEmpty() || allowed().contains(value.asText()));
  }

  /// In words.
  String wanted() {
    return allowed().isEmpty()
        ? switch (type()) {
          case "BOOLEAN" -> "true or false";
          case "INTEGER" -> "a whole number";
          case "FLOAT", "NUMBER" -> "a number";
          case "LIST" -> "a list";
          case "DICTIONARY", "OBJECT" -> "a mapping";
          default -> "a text";
        }
        : "one of " + Near.list(allowed());
  }

  private String type() {
    return declared.text("type").toUpperCase(Locale.ROOT);
  }

  private List<String> allowed() {
    return Shape.elements(declared.get("allowed_values")).stream().map(Value::asText).toList();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }
}
