package dev.ftctl.sandbox.source;

/// Why the API refuses to change `enabled` of a table or column (`enabled_patch_settings`).
public enum Lock {
  OPEN("", ""),
  SYSTEM_TABLE("SYSTEM_TABLE", "The table does not support exclusion"),
  SYSTEM_COLUMN("SYSTEM_COLUMN", "The column does not support exclusion"),
  PRIMARY_KEY("SYSTEM_COLUMN", "The column does not support exclusion as it is a Primary Key"),

  /// It was in the source once, and is not any more.
  DELETED("DELETED", "It is no longer in the source");

  private final String reasonCode;
  private final String reason;

  Lock(String reasonCode, String reason) {
    this.reasonCode = reasonCode;
    this.reason = reason;
  }

  public boolean isOpen() {
    return this == OPEN;
  }

  /// The API's `reason_code`; empty for OPEN.
  public String reasonCode() {
    return reasonCode;
  }

  /// The API's `reason`; empty for OPEN.
  public String reason() {
    return reason;
  }
}
