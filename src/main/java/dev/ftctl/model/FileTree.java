package dev.ftctl.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files that a run reads: the working tree, or a git revision. Paths are relative to the
/// tree's root or absolute, with `/`. Manifests, CSV, `${file:}`, overlays and `ftctl.yaml` all
/// come through here. Safe for many threads.
public interface FileTree {

  /// What is at a path.
  Found at(String path);

  default boolean isFile(String path) {
    return at(path) == Found.FILE;
  }

  default boolean isFolder(String path) {
    return at(path) == Found.FOLDER;
  }

  /// What lies below a folder, at any depth; nothing below folders whose name starts with a dot.
  Listing below(String folder);

  /// The names of what lies in a folder itself; none where that can't be looked at.
  List<String> names(String folder);

  /// What may be at a path. Unreadable is a link to nowhere, a pipe, what lies in a closed folder:
  /// it may be anything, and never counts as nothing. Outside is what manifests may not read,
  /// whether or not it is there.
  enum Found {
    NOTHING,
    FILE,
    FOLDER,
    UNREADABLE,
    OUTSIDE
  }

  /// @param files sorted
  /// @param unreadable what may hold files, or be one, and can't be looked at; sorted
  /// @param outside links that lead out of what may be read; sorted
  /// @param unnamed manifests and folders whose names are no text, with those bytes escaped; sorted
  record Listing(
      List<String> files, List<String> unreadable, List<String> outside, List<String> unnamed) {

    public static final Listing NOTHING = new Listing(List.of(), List.of());

    public Listing {
      files = List.copyOf(files);
      unreadable = List.copyOf(unreadable);
      outside = List.copyOf(outside);
      unnamed = List.copyOf(unnamed);
    }

    public Listing(List<String> files, List<String> unreadable) {
      this(files, unreadable, List.of(), List.of());
    }
  }

  /// What stands in the way of reading a path that lies outside.
  ///
  /// @param why as a sentence goes on behind the path: `lies outside the repository /work`
  /// @param cure what to do about it
  record Bar(String why, String cure) {}

  /// Of a path that is [Found#OUTSIDE]. Says nothing of what is there.
  default Bar bar(String path) {
    return new Bar("may not be read", "");
  }

  /// The ids of the users who own a file, and the link that it may be; none where that isn't known.
  default Set<Long> owners(String path) {
    return Set.of();
  }

  /// The same files without that limit, for whoever reads a secret that is to be sent.
  default FileTree everywhere() {
    return this;
  }

  /// The folder, canonical, above which no project file is looked for; empty for none.
  default String top() {
    return "";
  }

  /// The bytes of a file, empty when there is no such file or it cannot be read.
  Optional<byte[]> read(String path);

  /// The file itself, for who reads more of it than fits in memory; empty where there is none, or
  /// where it may not be read.
  default Optional<Path> onDisk(String path) {
    return Optional.empty();
  }

  /// Whether what is made from the files, and not kept beside them, is missing in it.
  default boolean isRevision() {
    return false;
  }

  /// Whether a file has just these bytes, as far as that can be told without reading it.
  default boolean isSame(String path, byte[] bytes) {
    return false;
  }

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
