package dev.ftctl.playground.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoded text of URLs. What is no such encoding stands for itself, where the library's
/// decoder would refuse the whole.
public final class PercentText {

  private static final int DIGITS_AND_SIGN = 3;

  private PercentText() {}

  /// Of a query, where `+` is a blank.
  static String ofQuery(String raw) {
    return ofPath(raw.replace('+', ' '));
  }

  public static String ofPath(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    byte[] encoded = raw.getBytes(StandardCharsets.UTF_8);
    var decoded = new ByteArrayOutputStream(encoded.length);
    int at = 0;
    while (at < encoded.length) {
      int value = encoded[at] == '%' ? value(encoded, at) : -1;
      decoded.write(value < 0 ? encoded[at] : value);
      at += value < 0 ? 1 : DIGITS_AND_SIGN;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /// -1 where two hex digits do not follow.
  private static int value(byte[] encoded, int at) {
    if (at + 2 >= encoded.length) {
      return -1;
    }
    int high = Character.digit(encoded[at + 1], 16);
    int low = Character.digit(encoded[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
