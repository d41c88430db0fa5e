package dev.ftctl.render.fleet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// One of several runs that share a fleet. Which of them takes an environment is told by its name
/// alone: by the first eight bytes of its SHA-256, as a number, modulo how many runs there are.
///
/// @param index from 0
/// @param of how many
public record Shard(int index, int of) {

  private static final int BYTES = 8;

  public Shard {
    if (of < 1 || index < 0 || index >= of) {
      throw new IllegalArgumentException("a shard of 8 is 0/8 to 7/8, not " + index + "/" + of);
    }
  }

  public boolean takes(String environment) {
    byte[] first = Arrays.copyOf(sha256(environment), BYTES);
    return new BigInteger(1, first).mod(BigInteger.valueOf(of)).intValue() == index;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// As the command line writes it.
  @Override
  public String toString() {
    return index + "/" + of;
  }
}
