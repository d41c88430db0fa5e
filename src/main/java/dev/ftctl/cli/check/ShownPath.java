package dev.ftctl.cli.check;

import java.nio.file.Path;

/// Paths as messages show them: relative to where the user stands, with `/`.
final class ShownPath {

  private ShownPath() {}

  /// @param file absolute
  static String of(Path folder, Path file) {
    String relative = slashed(folder.relativize(file));
    String absolute = slashed(file);
    return relative.length() < absolute.length() ? relative : absolute;
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
