package dev.ftctl.cli.log;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes, as people write it: `10485760`, `10MiB`, `10 MB`.
final class ByteSize {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12}) *([A-Za-z]*)");

  private static final Map<String, Long> UNITS =
      Map.of(
          "",
          1L,
          "B",
          1L,
          "KB",
          1000L,
          "KIB",
          1024L,
          "MB",
          1000L * 1000,
          "MIB",
          1024L * 1024,
          "GB",
          1000L * 1000 * 1000,
          "GIB",
          1024L * 1024 * 1024);

  private ByteSize() {}

  /// @return at least 1; empty for what is no size
  static Optional<Long> of(String text) {
    Matcher parts = WRITTEN.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(UNITS.get(parts.group(2).toUpperCase(Locale.ROOT)))
        .map(unit -> unit * Long.parseLong(parts.group(1)))
        .filter(bytes -> bytes > 0);
  }
}
