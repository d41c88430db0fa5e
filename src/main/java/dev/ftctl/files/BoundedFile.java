package dev.ftctl.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Reads files of which nobody knows how long they are: no further than to a bound.
public final class BoundedFile {

  private BoundedFile() {}

  /// The bytes of a regular file; nothing else is opened, since a pipe may wait for ever and a
  /// device never end.
  ///
  /// @param most bytes
  /// @return empty when there are more
  /// @throws IOException when it is no regular file or can't be read
  public static Optional<byte[]> regular(Path file, int most) throws IOException {
    Path real = file.toRealPath();
    var attributes =
        Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException("no regular file");
    }
    // What was put in its place since is not followed, if it is a link.
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      return bounded(in, most);
    }
  }

  /// The bytes of whatever the user names: a pipe too.
  ///
  /// @param most bytes
  /// @return empty when there are more
  public static Optional<byte[]> any(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return bounded(in, most);
    }
  }

  private static Optional<byte[]> bounded(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most);
    return in.read() < 0 ? Optional.of(bytes) : Optional.empty();
  }
}
