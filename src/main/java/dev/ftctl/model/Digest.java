package dev.ftctl.model;

import dev.ftctl.model.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

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

  /// What a value says: a secret's source, never its text, no places, and not in which order a
  /// mapping says it.
  public Digest with(Value value) {
    with(value.getClass().getSimpleName());
    switch (value) {
      case Value.Items items -> items.items().forEach(this::with);
      case Value.Mapping mapping ->
          new TreeMap<>(mapping.entries()).forEach((key, entry) -> with(key).with(entry));
      case Value.Secret secret -> with(secret.source().name());
      case Value.Reference reference -> with(reference.target().toString());
      case Value.Absent absent -> {}
      case Value.Null nothing -> {}
      case Value.Text text -> with(text.text());
      case Value.Num number -> with(number.number().stripTrailingZeros().toPlainString());
      case Value.Bool bool -> with(bool.asText());
    }
    return with("");
  }

  /// The digest in lower-case hex. Ends this object's use.
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
