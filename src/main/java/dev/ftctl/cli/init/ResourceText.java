package dev.ftctl.cli.init;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Texts that the program brings along.
final class ResourceText {

  private ResourceText() {}

  /// @param name of a file that lies with this package
  static String of(String name) {
    try (InputStream stream =
        Objects.requireNonNull(ResourceText.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
