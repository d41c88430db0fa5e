package dev.ftctl.cli.accept;

import dev.ftctl.manifest.input.KeptTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Where a file of the repository really lies, for whoever writes it.
final class WritablePlace {

  private WritablePlace() {}

  /// Links are followed; empty where they lead out of the repository.
  ///
  /// @param path canonical
  static Optional<Path> of(KeptTree tree, String path) throws IOException {
    Path named = Path.of(path);
    Path real = Files.exists(named, LinkOption.NOFOLLOW_LINKS) ? named.toRealPath() : named;
    Path top = Path.of(tree.top().isEmpty() ? tree.canonical("") : tree.top()).toRealPath();
    return Optional.of(real).filter(inside -> existing(inside).startsWith(top));
  }

  /// The file, or the nearest folder above that is there.
  private static Path existing(Path file) {
    Path here = file;
    while (!Files.exists(here) && here.getParent() != null) {
      here = here.getParent();
    }
    try {
      return here.toRealPath();
    } catch (IOException gone) {
      return here;
    }
  }
}
