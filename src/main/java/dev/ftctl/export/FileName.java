package dev.ftctl.export;

import java.nio.charset.StandardCharsets;

/// Names of files and folders that every system takes, and that tell names apart.
public final class FileName {

  private FileName() {}

  /// All but letters, digits, `_` and `-` percent-encoded.
  public static String of(String name) {
    var encoded = new StringBuilder();
    name.codePoints()
        .forEach(point -> {
          if (isPlain(point)) {
            encoded.appendCodePoint(point);
          } else {
            for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
              encoded.append(String.format("%%%02X", octet));
            }
          }
        });
    return encoded.toString();
  }

  private static boolean isPlain(int point) {
    return point < 128 && Character.isLetterOrDigit(point) || point == '_' || point == '-';
  }
}
