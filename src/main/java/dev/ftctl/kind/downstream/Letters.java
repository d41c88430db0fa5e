package dev.ftctl.kind.downstream;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether names that differ in the case of letters are the same to a warehouse.
public enum Letters {
  /// They are, unless somebody quotes them: Snowflake writes `USERS`, Postgres `users`.
  FOLDED,
  /// They are two.
  EXACT;

  private static final Pattern EXACT_ONES = Pattern.compile("(?:managed_)?big_query.*|clickhouse");

  /// Of the service of a destination.
  public static Letters of(String service) {
    return EXACT_ONES.matcher(service.toLowerCase(Locale.ROOT)).matches() ? EXACT : FOLDED;
  }

  public boolean isSame(String one, String other) {
    return switch (this) {
      case FOLDED -> one.equalsIgnoreCase(other);
      case EXACT -> one.equals(other);
    };
  }
}
