package dev.ftctl.cli.api;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What `key=text` means: as the API document declares the field, else as it looks.
final class Typing {

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d*)");
  private static final Pattern DECIMAL = Pattern.compile(INTEGER + "(\\.\\d+)?");

  private Typing() {}

  /// @param field as it is told
  /// @throws RefusedException when the field takes something else
  static Value of(String text, Optional<Declared> declared, String field) {
    Value guess = guess(text);
    if (declared.isEmpty()) {
      return guess;
    }
    return switch (declared.get()) {
      case STRING, SECRET -> Value.text(text);
      case BOOLEAN -> fitting(guess, guess instanceof Value.Bool, field, "true or false");
      case INTEGER ->
          fitting(guess, INTEGER.matcher(text).matches(), field, "an integer without zeros before");
      case NUMBER -> fitting(guess, guess instanceof Value.Num, field, "a number");
    };
  }

  /// `null` stands for every type but text, where it would be taken for one.
  private static Value fitting(Value guess, boolean isFitting, String field, String wanted) {
    if (isFitting || guess instanceof Value.Null) {
      return guess;
    }
    throw new RefusedException(
        Refusal.USAGE,
        field + " takes " + wanted,
        "Whatever else is meant is written as JSON: " + field + ":=….");
  }

  /// As Python and JSON write truth, nothing and numbers; all else is text, `007` and `1e5` too.
  private static Value guess(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Value.bool(true);
      case "false" -> Value.bool(false);
      case "null", "none" -> Value.nothing();
      default ->
          DECIMAL.matcher(text).matches()
              ? new Value.Num(new BigDecimal(text), Origin.LIVE)
              : Value.text(text);
    };
  }
}
