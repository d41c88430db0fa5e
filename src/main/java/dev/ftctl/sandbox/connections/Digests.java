package dev.ftctl.sandbox.connections;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// How keys and certificates are told from one another.
final class Digests {
  private Digests() {}

  /// SHA-256 in Base64 without padding, as OpenSSH writes fingerprints.
  static String hash(byte[] content) {
    return Base64.getEncoder().withoutPadding().encodeToString(digest("SHA-256", content));
  }

  static String hex(String algorithm, byte[] content) {
    return HexFormat.of().formatHex(digest(algorithm, content));
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
