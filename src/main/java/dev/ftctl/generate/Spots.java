package dev.ftctl.generate;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.edit.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A mapping that stands in a file, or none.
record Spots(Optional<Spot> spot) {

  static final Spots NONE = new Spots(Optional.empty());

  static Spots of(Spot spot) {
    return spot.isMapping() ? new Spots(Optional.of(spot)) : NONE;
  }

  boolean has(String key) {
    return get(key).isPresent();
  }

  Optional<Spot> get(String key) {
    return spot.flatMap(mapping -> mapping.get(key));
  }

  Spots at(String key) {
    return get(key).map(Spots::of).orElse(NONE);
  }

  /// Empty where there is no such text.
  String text(String key) {
    return get(key).flatMap(Spot::scalar).orElse("");
  }

  /// The mappings of a list.
  List<Spots> items(String key) {
    return get(key).stream()
        .flatMap(list -> list.items().stream())
        .map(Spots::of)
        .filter(item -> item.spot().isPresent())
        .toList();
  }

  Optional<Duration> minutes(String key) {
    String text = text(key);
    return text.matches("\\d{1,7}")
        ? Optional.of(Duration.ofMinutes(Long.parseLong(text)))
        : Optional.empty();
  }

  /// Whether what stands says the same as a value.
  static boolean isSame(Spot spot, Value value) {
    return switch (value) {
      case Value.Items items -> {
        List<Spot> there = spot.items();
        boolean isSame = spot.isSequence() && there.size() == items.items().size();
        for (int i = 0; isSame && i < there.size(); i++) {
          isSame = isSame(there.get(i), items.items().get(i));
        }
        yield isSame;
      }
      case Value.Mapping mapping ->
          spot.isMapping()
              && Set.copyOf(spot.keys()).equals(mapping.entries().keySet())
              && mapping.entries().entrySet().stream()
                  .allMatch(entry ->
                      spot.get(entry.getKey())
                          .filter(inner -> isSame(inner, entry.getValue()))
                          .isPresent());
      case Value.Absent absent -> false;
      case Value.Null nothing -> spot.scalar().filter(text -> text.matches("|~|null")).isPresent();
      case Value.Text text -> spot.scalar().filter(text.text()::equals).isPresent();
      case Value.Num number ->
          spot.scalar().filter(number.number().toPlainString()::equals).isPresent();
      case Value.Bool bool ->
          spot.scalar().filter(Boolean.toString(bool.flag())::equalsIgnoreCase).isPresent();
      case Value.Reference reference -> false;
      case Value.Secret secret -> false;
    };
  }
}
