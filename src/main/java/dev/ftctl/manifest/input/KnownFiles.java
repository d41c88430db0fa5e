package dev.ftctl.manifest.input;

import dev.ftctl.model.FileTree;
import java.util.function.BiPredicate;

/// Files of which is known what they come to, so that nobody has to look into them.
public interface KnownFiles {

  KnownFiles NONE = (path, hash, isIn) -> false;

  /// Safe for many threads.
  ///
  /// @param path canonical
  /// @param hash of the file's bytes
  /// @param isIn whether another tree has the same bytes at a path
  boolean isKnown(String path, String hash, BiPredicate<FileTree, String> isIn);
}
