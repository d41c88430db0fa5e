package dev.ftctl.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 over parts, each with its length before it, so that no two sequences of parts run
/// together. Not safe for use by many threads.
public final class Digest {

  private final MessageDigest sha256;

  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  public Digest with(String part) {
    return with(part.getBytes(StandardCharsets.UTF_8));
  }

  public Digest with(byte[] part) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    sha256.update(part);
    return this;
  }

  /// The digest in lower-case hex. Ends this object's use.
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
