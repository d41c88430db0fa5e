package dev.ftctl.export.account;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;

/// What belongs to one object alone and may stand inside its document, where else the document
/// names it.
///
/// @param table of the one that it belongs to
/// @param slug of its kind
public record InsideUser(FieldTable table, String slug) {

  /// The spec in which nothing names it.
  public Value.Mapping without(Value.Mapping spec) {
    return without(table, spec);
  }

  private Value.Mapping without(FieldTable fields, Value.Mapping spec) {
    Value.Mapping rest = spec;
    for (Field field : fields.all()) {
      if (field.shape() instanceof Shape.Ref ref && ref.slug().equals(slug)) {
        rest = rest.without(field.name()).without(field.shortName());
      } else if (field.shape() instanceof Shape.Nested nested
          && rest.get(field.name()) instanceof Value.Mapping inside) {
        rest = rest.with(field.name(), without(nested.table(), inside));
      }
    }
    return rest;
  }

  /// The spec that has it inside.
  public Value.Mapping with(Value.Mapping spec, Value.Mapping part) {
    Value.Mapping rest = without(spec);
    for (Field field : table.all()) {
      if (field.shape() instanceof Shape.Hoisted inside && inside.slug().equals(slug)) {
        rest = rest.with(field.name(), part);
      }
    }
    return rest;
  }
}
