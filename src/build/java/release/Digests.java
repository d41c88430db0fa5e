package release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Digests of files, as `sha256sum` writes and checks them.
final class Digests {

  private Digests() {}

  static void write(List<Path> files, Path list) throws IOException {
    var lines = new StringBuilder();
    for (Path file : files.stream().sorted().toList()) {
      lines.append(of("SHA-256", file)).append("  ").append(file.getFileName()).append('\n');
    }
    Files.writeString(list, lines);
  }

  static String of(String algorithm, Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
