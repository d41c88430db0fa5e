package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.Risk;
import dev.ftctl.model.value.Value;

/// Whether a connection can switch how its tables sync. That is a property of the connection, told
/// by any table that has a `sync_mode` (fivetran-quirks Q50); one table may lack it all the same.
///
/// @param areSwitchable whether some table tells a mode
record SyncModes(boolean areSwitchable) {

  static SyncModes of(Value.Mapping configuration) {
    return new SyncModes(
        configuration.mapping("schemas").entries().values().stream()
            .filter(Value.Mapping.class::isInstance)
            .flatMap(
                schema -> ((Value.Mapping) schema).mapping("tables").entries().values().stream())
            .anyMatch(table ->
                table instanceof Value.Mapping fields && !fields.get("sync_mode").isBlank()));
  }

  /// What a table's mode is and shall be.
  void compare(Element table, WantedElement wish, SchemaFindings found) {
    String wanted = wish.syncMode().asText();
    String is = table.syncMode();
    if (wanted.isEmpty()) {
      return;
    }
    if (wanted.equals(is)) {
      found.same();
    } else if (!canBe(table, wanted)) {
      found.note(refusal(table, wanted));
    } else {
      found.set(
          table,
          "sync_mode",
          table.fields().get("sync_mode"),
          wish.syncMode(),
          is.isEmpty() ? "(not told)" : is,
          wanted,
          "");
      if (is.equals("HISTORY") || wanted.equals("LIVE")) {
        found.risk(Risk.HISTORY, table.label() + " goes from " + is + " to " + wanted);
      }
    }
  }

  private boolean canBe(Element table, String mode) {
    return areSwitchable && (!mode.equals("HISTORY") || keepsHistory(table));
  }

  private String refusal(Element table, String mode) {
    return areSwitchable
        ? table.label() + " can't be synced as " + mode + ": Fivetran keeps no history of it"
        : table.label()
            + " can't be synced as "
            + mode
            + ": no table of this connection has a mode";
  }

  /// Silence is no refusal.
  private static boolean keepsHistory(Element table) {
    return !(table.fields().get("supports_history_mode") instanceof Value.Bool keeps)
        || keeps.flag()
        || !table.syncMode().isEmpty();
  }
}
