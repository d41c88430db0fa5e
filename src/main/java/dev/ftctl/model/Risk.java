package dev.ftctl.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a change risks. A risk that is not allowed blocks the plan.
public enum Risk {
  DELETE,
  REPLACE,
  DUPLICATE,
  EXPOSE,
  HISTORY,
  RESYNC,
  REVOKE,
  PAUSE,
  GRANT;

  /// The name that `--allow` and `allow:` take: `replace`.
  public String flag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Risk> named(String flag) {
    return Arrays.stream(values()).filter(risk -> risk.flag().equals(flag)).findFirst();
  }
}
