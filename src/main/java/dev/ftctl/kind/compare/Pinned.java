package dev.ftctl.kind.compare;

import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.value.Value;

/// The pin `spec.id`, which any document may have: it finds the live object and is no field of it.
final class Pinned {

  private static final String ID = "id";

  private Pinned() {}

  static Value.Mapping without(FieldTable table, Value.Mapping spec) {
    return table.field(ID).isPresent() ? spec : spec.without(ID);
  }
}
