package dev.ftctl.drift;

import java.util.Locale;

/// Who changed what breaks a manifest, as far as an earlier revision of the manifests tells.
public enum Cause {
  /// There is no base to tell by, or nothing that one could tell.
  UNKNOWN,

  /// The manifests changed since the base, the account did not: the next apply brings it.
  INTENDED,

  /// The account changed, the manifests did not.
  DRIFT,

  /// Both changed, and not to the same.
  CONFLICT;

  /// As reports write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
