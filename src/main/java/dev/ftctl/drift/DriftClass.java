package dev.ftctl.drift;

import java.util.Locale;

/// What a difference between account and manifests means.
public enum DriftClass {
  /// A manifest says otherwise: apply would change it.
  BREAKS,

  /// No manifest speaks of it: an undescribed object, or a schema, table or column that is set
  /// otherwise than its policy leaves it.
  UNMANAGED,

  /// A schema, table or column that came since, and that no line names.
  NEW,

  /// The same in Fivetran's words.
  NORMALISED;

  /// As reports write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
