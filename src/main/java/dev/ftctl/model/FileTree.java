package dev.ftctl.model;

import java.util.List;
import java.util.Optional;

/// The files that a run reads: the working tree, or a git revision. Paths are relative to the
/// tree's root or absolute, with `/`. Manifests, CSV, `${file:}`, overlays and `ftctl.yaml` all
/// come through here. Safe for many threads.
public interface FileTree {

  boolean isFile(String path);

  boolean isFolder(String path);

  /// Every file below a folder, at any depth, sorted; nothing below folders whose name starts with
  /// a dot.
  List<String> filesBelow(String folder);

  /// The bytes of a file, empty when there is no such file or it cannot be read.
  Optional<byte[]> read(String path);

  /// The length of a file in bytes, -1 when there is no such file; found without reading it where
  /// the tree can.
  default long size(String path) {
    return read(path).map(bytes -> (long) bytes.length).orElse(-1L);
  }

  /// The one spelling of a path, equal for all that mean the same: without `.`, `..` and an ending
  /// `/`, and absolute in a tree that has an outside.
  String canonical(String path);

  /// A path as messages show it: relative to where the user stands when that is shorter.
  String shown(String path);
}
