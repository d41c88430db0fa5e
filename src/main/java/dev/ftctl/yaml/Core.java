package dev.ftctl.yaml;

import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The types of YAML 1.2's core schema, for scalars whose field declares none. It differs in one
/// thing: a number with leading zeros stays text, since it is an id or a code far more often than a
/// number.
public final class Core {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

  /// A number of more characters, or a larger exponent, would take for ever to write out.
  private static final int LONGEST = 400;

  private static final Pattern HUGE = Pattern.compile("[eE][+-]?0*[1-9][0-9]{3}");

  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(0|[1-9][0-9]*)(\\.[0-9]*)?([eE][-+]?[0-9]{1,3})?|[-+]?\\.[0-9]+([eE][-+]?[0-9]{1,3})?");
  private static final Pattern RADIX = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");

  /// Longer than any number that the API takes; reading one takes time that grows with its square.
  private static final int LONGEST_NUMBER = 400;

  private Core() {}

  public static boolean isNull(String text) {
    return NULLS.contains(text);
  }

  public static Optional<Boolean> bool(String text) {
    return TRUE.contains(text)
        ? Optional.of(true)
        : FALSE.contains(text) ? Optional.of(false) : Optional.empty();
  }

  /// The number that a text says, exactly; `0o17` and `0xF` too.
  public static Optional<BigDecimal> number(String text) {
    if (text.length() > LONGEST || !mayBegin(text) || HUGE.matcher(text).find()) {
      return Optional.empty();
    }
    if (text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    if (RADIX.matcher(text).matches()) {
      int radix = text.charAt(1) == 'o' ? 8 : 16;
      return Optional.of(new BigDecimal(new BigInteger(text.substring(2), radix)));
    }
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /// Whether a number can begin so, which no name does.
  private static boolean mayBegin(String text) {
    return !text.isEmpty() && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
  }

  /// The value of a scalar whose field declares no type.
  public static Value value(String text, boolean isPlain, Origin origin) {
    if (!isPlain) {
      return new Value.Text(text, origin);
    }
    if (isNull(text)) {
      return new Value.Null(origin);
    }
    Optional<Value> typed = bool(text).map(flag -> new Value.Bool(flag, origin));
    return typed
        .or(() -> number(text).map(number -> new Value.Num(number, origin)))
        .orElseGet(() -> new Value.Text(text, origin));
  }

  /// What a scalar is, for messages: `null`, `a boolean`, `a number`, `text`.
  public static String what(String text, boolean isPlain) {
    if (!isPlain) {
      return "text";
    }
    if (isNull(text)) {
      return "null";
    }
    if (bool(text).isPresent()) {
      return "a boolean";
    }
    return number(text).isPresent() ? "a number" : "text";
  }
}
