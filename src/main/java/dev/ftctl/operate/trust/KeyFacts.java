package dev.ftctl.operate.trust;

import dev.ftctl.kind.setuptest.KeyHash;
import dev.ftctl.kind.setuptest.ShownKey;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What there is to know of a key that a host showed, read out of the key itself and not out of
/// what the API says of it.
///
/// @param told by name, in the order in which it is shown: `subject`, `valid_until`, `sha256`, …
/// @param doubts why it should not be trusted, as clauses; empty when nothing speaks against it
public record KeyFacts(SequencedMap<String, String> told, List<String> doubts) {

  public KeyFacts {
    told = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(told));
    doubts = List.copyOf(doubts);
  }

  /// Of the key of an SSH host, as `ssh-rsa AAAA… comment`.
  ///
  /// @param config of the connection or destination, which names the host
  static KeyFacts ofHost(ShownKey key, Value.Mapping config) {
    var told = new LinkedHashMap<String, String>();
    String port = config.get("tunnel_port").asText();
    String host = config.text("tunnel_host");
    if (!host.isEmpty()) {
      told.put("host", port.isEmpty() ? host : host + ":" + port);
    }
    String publicKey = key.details().text("public_key");
    told.put("public_key", publicKey);
    Optional<byte[]> content = sshContent(publicKey);
    if (content.isEmpty()) {
      return new KeyFacts(told, List.of("NO KEY: what Fivetran shows can't be read as one"));
    }
    KeyHash real = KeyHash.ofContent(content.get());
    told.put("sha256", real.toString());
    return new KeyFacts(told, mismatches(key, real, "the key"));
  }

  /// Of the key in Base64, with its type in front or not.
  private static Optional<byte[]> sshContent(String publicKey) {
    String[] words = publicKey.strip().split("\\s+");
    try {
      return Optional.of(Base64.getDecoder().decode(words.length < 2 ? words[0] : words[1]));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// What the API calls its SHA-256 and isn't; a hash of another sort can't be compared.
  static List<String> mismatches(ShownKey key, KeyHash real, String what) {
    var doubts = new ArrayList<String>();
    boolean isCompared = false;
    for (String said : key.hashes()) {
      Optional<KeyHash> hash = KeyHash.of(said);
      isCompared |= hash.isPresent();
      if (hash.isPresent() && !hash.get().equals(real)) {
        doubts.add("HASH MISMATCH: Fivetran says " + hash.get() + ", " + what + " has " + real);
      }
    }
    if (!isCompared) {
      doubts.add("HASH UNKNOWN: Fivetran tells no SHA-256 to compare " + what + " with");
    }
    return doubts;
  }
}
