package dev.ftctl.model.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of bytes, in lower-case hex.
public final class FileHash {

  private static final int BUFFER = 64 * 1024;

  private FileHash() {}

  /// @throws IOException when the file can't be read to its end
  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /// Of a stream, to its end.
  public static String of(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    byte[] some = new byte[BUFFER];
    for (int count = in.read(some); count >= 0; count = in.read(some)) {
      digest.update(some, 0, count);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
