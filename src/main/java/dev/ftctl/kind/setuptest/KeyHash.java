package dev.ftctl.kind.setuptest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// The SHA-256 of a key or certificate, however it is written: `SHA256:` with Base64 or without it,
/// in either alphabet, padded or not, or 64 hexadecimal digits, with colons or without.
///
/// @param digits 64 hexadecimal digits in lower case
public record KeyHash(String digits) {

  private static final int BYTES = 32;

  /// Empty when the text is no SHA-256.
  public static Optional<KeyHash> of(String written) {
    String text = written.strip().replaceFirst("(?i)^sha-?256:", "");
    String digits = text.replace(":", "").toLowerCase(Locale.ROOT);
    if (digits.matches("[0-9a-f]{64}")) {
      return Optional.of(new KeyHash(digits));
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      return decoded.length == BYTES
          ? Optional.of(new KeyHash(HexFormat.of().formatHex(decoded)))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// Of the key or certificate itself.
  public static KeyHash ofContent(byte[] content) {
    try {
      return new KeyHash(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// As OpenSSH writes it: `SHA256:` and 43 characters of Base64.
  @Override
  public String toString() {
    byte[] bytes = HexFormat.of().parseHex(digits);
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
