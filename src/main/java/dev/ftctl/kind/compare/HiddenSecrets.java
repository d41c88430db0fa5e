package dev.ftctl.kind.compare;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;

/// Live objects without the secrets that an API tells which ought to mask them.
public final class HiddenSecrets {

  private static final String HIDDEN = "(secret)";

  private HiddenSecrets() {}

  /// The object with a word for each secret that is no mask.
  ///
  /// @param live by the names of the API
  public static Value.Mapping in(FieldTable table, Value.Mapping live) {
    var shown = new LinkedHashMap<>(live.entries());
    for (Field field : table.all()) {
      shown.computeIfPresent(field.apiName(), (name, value) -> in(field, value));
    }
    return Value.Mapping.of(shown);
  }

  private static Value in(Field field, Value value) {
    if (field.is(Trait.SECRET)) {
      return value.isBlank() || SameValue.isMasked(value) ? value : Value.text(HIDDEN);
    }
    return switch (field.shape()) {
      case Shape.Nested(FieldTable table) when value instanceof Value.Mapping inner ->
          in(table, inner);
      case Shape.ItemsOf items when value instanceof Value.Items list ->
          Value.items(
              list.items().stream()
                  .map(item ->
                      item instanceof Value.Mapping one ? (Value) in(items.table(), one) : item)
                  .toList());
      case Shape.Nested nested -> value;
      case Shape.ItemsOf items -> value;
      case Shape.Free free -> value;
      case Shape.Hoisted hoisted -> value;
      case Shape.Ref ref -> value;
      case Shape.RoleMap roles -> value;
      case Shape.Scalar scalar -> value;
      case Shape.SetOf set -> value;
      case Shape.Tree tree -> value;
    };
  }
}
