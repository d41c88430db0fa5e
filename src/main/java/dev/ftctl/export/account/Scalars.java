package dev.ftctl.export.account;

import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;

/// Scalars as the types say that their fields declare: the API answers some numbers and booleans as
/// texts (fivetran-quirks Q1–Q3).
final class Scalars {

  private Scalars() {}

  static Value number(Value value) {
    try {
      return new Value.Num(new BigDecimal(value.asText()), Origin.LIVE);
    } catch (NumberFormatException none) {
      return Value.text(value.asText());
    }
  }

  static Value bool(Value value) {
    return switch (value.asText()) {
      case "true" -> Value.bool(true);
      case "false" -> Value.bool(false);
      default -> Value.text(value.asText());
    };
  }
}
