package dev.ftctl.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Names of files that are no text: bytes that nothing can decode, so that two names would look
/// like one.
public final class NameBytes {

  private static final int FIRST_PRINTABLE = 0x20;
  private static final int DELETE = 0x7f;

  private NameBytes() {}

  /// @throws CharacterCodingException for what is no UTF-8
  public static String text(byte[] name) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
  }

  /// `k\xe4se.yaml`: what isn't ASCII as its bytes.
  public static String escaped(byte[] name) {
    var text = new StringBuilder();
    for (byte next : name) {
      int code = Byte.toUnsignedInt(next);
      text.append(
          code >= FIRST_PRINTABLE && code < DELETE
              ? String.valueOf((char) code)
              : "\\x%02x".formatted(code));
    }
    return text.toString();
  }

  /// A path with its undecodable names escaped; empty for one that this system can decode.
  public static Optional<String> undecodable(Path path) {
    try {
      if (Path.of(path.toString()).equals(path)) {
        return Optional.empty();
      }
    } catch (InvalidPathException replaced) {
      // Its replacement has no encoding either.
    }
    // The only way to the bytes of a path: its address has them all, with '%'.
    return Optional.of(escaped(bytes(path.toUri().getRawPath())));
  }

  private static byte[] bytes(String raw) {
    byte[] ascii = raw.getBytes(US_ASCII);
    var bytes = ByteBuffer.allocate(ascii.length);
    for (int at = 0; at < ascii.length; at++) {
      if (ascii[at] == '%') {
        bytes.put((byte) Integer.parseInt(raw.substring(at + 1, at + 3), 16));
        at += 2;
      } else {
        bytes.put(ascii[at]);
      }
    }
    byte[] name = new byte[bytes.position()];
    bytes.flip().get(name);
    return name;
  }
}
