package dev.ftctl.cli.check;

import dev.ftctl.manifest.input.ForwardingTree;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.model.FileTree;
import java.util.List;

/// The same files, as if a project had no other manifests than some. Overlays are among what is
/// hidden.
///
/// @param shown paths of those manifests and of folders with some, canonical
record OtherManifests(FileTree tree, List<String> shown) implements ForwardingTree {

  OtherManifests {
    shown = List.copyOf(shown);
  }

  static OtherManifests of(FileTree tree, List<String> paths) {
    return new OtherManifests(tree, paths.stream().map(tree::canonical).toList());
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
  public FileTree everywhere() {
    return new OtherManifests(tree.everywhere(), shown);
  }

  @Override
  public boolean isSame(String path, byte[] bytes) {
    return tree.isSame(path, bytes);
  }
}
