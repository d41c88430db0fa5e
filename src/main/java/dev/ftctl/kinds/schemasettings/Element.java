package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.value.Value;
import java.util.List;

/// One schema, table or column as the account has it.
///
/// @param path its names: schema; schema, table; schema, table, column
/// @param fields as the API answered; empty for a column that is not listed and so follows the
///   policy (fivetran-quirks Q48)
/// @param isListed whether the API named it
record Element(List<String> path, Value.Mapping fields, boolean isListed) {

  /// Whether it syncs, as far as its own switch says; unlisted columns follow the policy.
  boolean isEnabled(ChangePolicy policy) {
    return fields.get("enabled") instanceof Value.Bool enabled
        ? enabled.flag()
        : policy.allowsColumns();
  }

  boolean isHashed() {
    return fields.get("hashed") instanceof Value.Bool hashed && hashed.flag();
  }

  String syncMode() {
    return fields.text("sync_mode");
  }

  /// Whether something can be set of its columns (`supports_columns_config`, fivetran-quirks 2.5).
  boolean takesColumns() {
    return !(fields.get("supports_columns_config") instanceof Value.Bool takes) || takes.flag();
  }

  /// Whether Fivetran refuses to switch it.
  boolean isLocked() {
    return fields.mapping("enabled_patch_settings").get("allowed") instanceof Value.Bool allowed
        && !allowed.flag();
  }

  String lockReason() {
    Value.Mapping lock = fields.mapping("enabled_patch_settings");
    return lock.get("reason").isBlank() ? lock.text("reason_code") : lock.text("reason");
  }

  /// The elements one level below, in the API's order.
  Value.Mapping below(String name) {
    return fields.mapping(name);
  }

  String label() {
    return String.join(".", path);
  }
}
