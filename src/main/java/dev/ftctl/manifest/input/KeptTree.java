package dev.ftctl.manifest.input;

import dev.ftctl.model.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The files of another tree, each as it was when it was read first, and some as they are to
/// become. So several readings see the same, whatever happens to the files meanwhile.
public final class KeptTree implements ForwardingTree {

  private final FileTree tree;
  private final Map<String, Optional<byte[]>> seen;
  private final Map<String, byte[]> edited;

  public KeptTree(FileTree tree) {
    this(tree, new ConcurrentHashMap<>(), Map.of());
  }

  private KeptTree(FileTree tree, Map<String, Optional<byte[]>> seen, Map<String, byte[]> edited) {
    this.tree = tree;
    this.seen = seen;
    this.edited = edited;
  }

  @Override
  public FileTree tree() {
    return tree;
  }

  /// The same with other bytes in some files, which may be new.
  ///
  /// @param files by canonical path
  public KeptTree with(Map<String, byte[]> files) {
    return new KeptTree(tree, seen, Map.copyOf(files));
  }

  /// Whether a file has the bytes still that were read of it, or is still not there.
  public boolean isUntouched(String path) {
    Optional<byte[]> before = kept(path);
    Optional<byte[]> now = tree.read(path);
    return before.isPresent()
        ? now.isPresent() && java.util.Arrays.equals(before.get(), now.get())
        : now.isEmpty();
  }

  private Optional<byte[]> kept(String path) {
    return seen.computeIfAbsent(canonical(path), tree::read);
  }

  @Override
  public Found at(String path) {
    return edited.containsKey(canonical(path)) ? Found.FILE : tree.at(path);
  }

  @Override
  public Listing below(String folder) {
    Listing listing = tree.below(folder);
    var files = new TreeSet<>(listing.files());
    edited.keySet().stream()
        .filter(path -> path.startsWith(canonical(folder) + "/"))
        .filter(path -> listing.files().stream().noneMatch(file -> canonical(file).equals(path)))
        .forEach(files::add);
    return files.size() == listing.files().size()
        ? listing
        : new Listing(
            List.copyOf(files), listing.unreadable(), listing.outside(), listing.unnamed());
  }

  @Override
  public List<String> names(String folder) {
    var names = new ArrayList<>(tree.names(folder));
    edited.keySet().stream()
        .filter(path -> Paths.parent(path).equals(canonical(folder)))
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return names.stream().sorted().toList();
  }

  @Override
  public Optional<byte[]> read(String path) {
    byte[] bytes = edited.get(canonical(path));
    return bytes == null ? kept(path) : Optional.of(bytes);
  }

  @Override
  public long size(String path) {
    byte[] bytes = edited.get(canonical(path));
    return bytes == null ? tree.size(path) : bytes.length;
  }
}
