package dev.ftctl.cli.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The name of an environment's file in a folder of a fleet's.
final class AccountFile {

  private AccountFile() {}

  /// The name as it is, with all but letters, digits, `.`, `_` and `-` percent-encoded.
  ///
  /// @param ending as `.json`
  static String of(String environment, String ending) {
    var name = new StringBuilder();
    environment
        .codePoints()
        .forEach(point -> {
          if (point < 128 && Character.isLetterOrDigit(point) || "._-".indexOf(point) >= 0) {
            name.appendCodePoint(point);
          } else {
            for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
              name.append(String.format(Locale.ROOT, "%%%02X", octet));
            }
          }
        });
    // None that a listing hides, and none that means a folder.
    return (name.indexOf(".") == 0 ? "%2E" + name.substring(1) : name) + ending;
  }
}
