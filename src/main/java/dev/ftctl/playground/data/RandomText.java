package dev.ftctl.playground.data;

import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Texts without a meaning.
final class RandomText {

  private static final long VERSION = 0xF000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0xC000_0000_0000_0000L;
  private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

  private RandomText() {}

  /// As [UUID#randomUUID], which takes no generator.
  static String uuid(RandomGenerator random) {
    long high = random.nextLong() & ~VERSION | VERSION_4;
    long low = random.nextLong() & ~VARIANT | VARIANT_2;
    return new UUID(high, low).toString();
  }

  static String hex(RandomGenerator random, int digits) {
    return random.ints(digits, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
  }
}
