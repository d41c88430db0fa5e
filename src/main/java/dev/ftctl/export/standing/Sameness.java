package dev.ftctl.export.standing;

import dev.ftctl.export.Spoken;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.edit.Spot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether what stands in a file says what the account has.
final class Sameness {

  private Sameness() {}

  static boolean of(Optional<Shape> shape, Value says, Value live) {
    return of(shape, says.asText(), live);
  }

  static boolean of(Optional<Shape> shape, String says, Value live) {
    String text = Spoken.plain(live).asText();
    return says.equals(text)
        || isSameNumber(says, text)
        || shape.orElse(null) instanceof Shape.OneOf && folded(says).equals(folded(text));
  }

  /// Whether a list of objects says what the account has, in its order.
  static boolean of(Spot spot, Value live) {
    if (live instanceof Value.Items wanted && spot.isSequence()) {
      List<Spot> items = spot.items();
      boolean isSame = items.size() == wanted.items().size();
      for (int i = 0; isSame && i < items.size(); i++) {
        isSame = of(items.get(i), wanted.items().get(i));
      }
      return isSame;
    }
    if (live instanceof Value.Mapping wanted && spot.isMapping()) {
      return wanted.entries().entrySet().stream()
          .allMatch(entry ->
              spot.get(entry.getKey()).filter(one -> of(one, entry.getValue())).isPresent());
    }
    return live instanceof Value.Secret
        || spot.scalar().filter(text -> of(Optional.empty(), text, live)).isPresent();
  }

  private static boolean isSameNumber(String one, String other) {
    try {
      return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
