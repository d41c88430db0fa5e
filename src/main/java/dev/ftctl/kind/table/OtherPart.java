package dev.ftctl.kind.table;

import dev.ftctl.model.value.FieldPath;
import java.util.Optional;

/// Where else in a spec a name belongs: `client_id`, which stands in `config`, to
/// `auth.client_access`; `host`, which stands beside `config`, into it.
public final class OtherPart {

  private OtherPart() {}

  /// The path of the field of that name, inside the nested objects of a spec's table; the first one
  /// in the order of the table. Empty when no part has it.
  public static Optional<FieldPath> of(FieldTable spec, String name) {
    return in(spec, name, false);
  }

  /// The same in the parts that depend on the service (`config`, `auth`) alone.
  static Optional<FieldPath> ofService(FieldTable spec, String name) {
    return in(spec, name, true);
  }

  private static Optional<FieldPath> in(FieldTable spec, String name, boolean isOfService) {
    for (Field field : spec.all()) {
      if (field.shape() instanceof Shape.Nested nested
          && (!isOfService || nested.table().isOpen())) {
        Optional<FieldPath> inside = inside(nested.table(), FieldPath.of(field.name()), name);
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<FieldPath> inside(FieldTable table, FieldPath path, String name) {
    return table.field(name).isPresent()
        ? Optional.of(path.then(name))
        : of(table, name).map(path::then);
  }
}
