package dev.ftctl.kind.compare;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// What of a live object somebody set, managed or not: the fields of its kind's table that the API
/// both takes and answers. Status, timestamps, what Fivetran makes itself and what no table lists
/// stay out, and so do trees that grow with the source (the tables of schema settings).
public final class Configured {

  private Configured() {}

  /// The fields under the API's names; lists in an order of their own, since the API promises none.
  public static Value.Mapping of(FieldTable table, Value.Mapping live) {
    var configured = new LinkedHashMap<String, Value>();
    for (Field field : table.all()) {
      Value value = live.get(field.apiName());
      if (isSettable(field) && !value.isAbsent()) {
        configured.put(field.apiName(), value(field.shape(), value));
      }
    }
    return Value.Mapping.of(configured);
  }

  private static boolean isSettable(Field field) {
    return !field.is(Field.Trait.READ_ONLY)
        && !field.is(Field.Trait.WRITE_ONLY)
        && !field.is(Field.Trait.LOCAL)
        && !(field.shape() instanceof Shape.Tree);
  }

  private static Value value(Shape shape, Value value) {
    return switch (shape) {
      case Shape.Nested nested ->
          value instanceof Value.Mapping mapping ? of(nested.table(), mapping) : value;
      case Shape.ItemsOf itemsOf ->
          value instanceof Value.Items items
              ? sorted(
                  items.items().stream()
                      .map(item -> value(new Shape.Nested(itemsOf.table()), item))
                      .toList())
              : value;
      case Shape.SetOf set -> value instanceof Value.Items items ? sorted(items.items()) : value;
      case Shape.Scalar scalar -> value;
      case Shape.Ref reference -> value;
      case Shape.RoleMap roles -> value;
      case Shape.Hoisted hoisted -> value;
      case Shape.Tree tree -> value;
      case Shape.Free free -> value;
    };
  }

  private static Value sorted(List<Value> items) {
    return Value.items(items.stream().sorted(Comparator.comparing(Value::display)).toList());
  }
}
