package dev.ftctl.manifest.input;

import dev.ftctl.model.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files of another tree, of which whoever implements it sees some otherwise.
public interface ForwardingTree extends FileTree {

  /// Whose files they are.
  FileTree tree();

  @Override
  default Found at(String path) {
    return tree().at(path);
  }

  @Override
  default Listing below(String folder) {
    return tree().below(folder);
  }

  @Override
  default List<String> names(String folder) {
    return tree().names(folder);
  }

  @Override
  default Bar bar(String path) {
    return tree().bar(path);
  }

  @Override
  default Set<Long> owners(String path) {
    return tree().owners(path);
  }

  @Override
  default FileTree everywhere() {
    return tree().everywhere();
  }

  @Override
  default String top() {
    return tree().top();
  }

  @Override
  default Optional<Path> onDisk(String path) {
    return tree().onDisk(path);
  }

  @Override
  default boolean isRevision() {
    return tree().isRevision();
  }

  @Override
  default Optional<byte[]> read(String path) {
    return tree().read(path);
  }

  @Override
  default long size(String path) {
    return tree().size(path);
  }

  @Override
  default String canonical(String path) {
    return tree().canonical(path);
  }

  @Override
  default String shown(String path) {
    return tree().shown(path);
  }
}
