package dev.ftctl.cli.check;

import dev.ftctl.manifest.input.Paths;
import dev.ftctl.model.FileTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The same files, as if a project had no other manifests than some. Overlays are among what is
/// hidden.
///
/// @param shown paths of those manifests and of folders with some, canonical
record OtherManifests(FileTree tree, List<String> shown) implements FileTree {

  OtherManifests {
    shown = List.copyOf(shown);
  }

  static OtherManifests of(FileTree tree, List<String> paths) {
    return new OtherManifests(tree, paths.stream().map(tree::canonical).toList());
  }

  @Override
  public Found at(String path) {
    return tree.at(path);
  }

  @Override
  public Listing below(String folder) {
    Listing all = tree.below(folder);
    return new Listing(
        all.files().stream().filter(this::isShown).toList(),
        all.unreadable().stream().filter(this::isShown).toList(),
        all.outside().stream().filter(this::isShown).toList(),
        all.unnamed().stream().filter(this::isShown).toList());
  }

  private boolean isShown(String path) {
    return shown.stream().anyMatch(one -> Paths.isWithin(tree.canonical(path), one));
  }

  @Override
  public List<String> names(String folder) {
    return tree.names(folder);
  }

  @Override
  public Bar bar(String path) {
    return tree.bar(path);
  }

  @Override
  public Set<Long> owners(String path) {
    return tree.owners(path);
  }

  @Override
  public FileTree everywhere() {
    return new OtherManifests(tree.everywhere(), shown);
  }

  @Override
  public String top() {
    return tree.top();
  }

  @Override
  public Optional<byte[]> read(String path) {
    return tree.read(path);
  }

  @Override
  public boolean isSame(String path, byte[] bytes) {
    return tree.isSame(path, bytes);
  }

  @Override
  public long size(String path) {
    return tree.size(path);
  }

  @Override
  public String canonical(String path) {
    return tree.canonical(path);
  }

  @Override
  public String shown(String path) {
    return tree.shown(path);
  }
}
