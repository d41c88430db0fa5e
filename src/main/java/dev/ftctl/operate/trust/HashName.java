package dev.ftctl.operate.trust;

import dev.ftctl.kind.setuptest.KeyHash;
import java.util.List;
import java.util.Optional;

/// A hash as the API tells it, which a user may write in another way.
///
/// @param told by the API, mostly a SHA-256 in Base64
record HashName(String told) {

  /// As it is shown: `SHA256:…` where it is one, else as it was told.
  String shown() {
    return KeyHash.of(told).map(KeyHash::toString).orElse(told);
  }

  /// Whether a user's text means it, or any of the others by which it goes.
  boolean isMeant(String written, List<String> others) {
    Optional<KeyHash> hash = KeyHash.of(written);
    return written.strip().equals(told)
        || hash.isPresent()
            && (hash.equals(KeyHash.of(told))
                || others.stream().map(KeyHash::of).anyMatch(hash::equals));
  }
}
