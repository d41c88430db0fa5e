package dev.ftctl.manifest;

import dev.ftctl.manifest.input.Paths;
import dev.ftctl.model.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Files that are in memory only, with a top like that of a git revision.
final class MemoryTree implements FileTree {

  private final TreeMap<String, byte[]> files;

  MemoryTree(Map<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  @Override
  public Found at(String path) {
    return files.containsKey(path)
        ? Found.FILE
        : below(path).files().isEmpty() ? Found.NOTHING : Found.FOLDER;
  }

  @Override
  public Listing below(String folder) {
    return new Listing(
        files.keySet().stream().filter(file -> Paths.isWithin(file, folder)).toList(), List.of());
  }

  @Override
  public List<String> names(String folder) {
    return below(folder).files().stream()
        .filter(file -> Paths.parent(file).equals(folder))
        .toList();
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public String canonical(String path) {
    try {
      return Path.of(path).normalize().toString();
    } catch (java.nio.file.InvalidPathException noPath) {
      return path;
    }
  }

  @Override
  public String shown(String path) {
    return path;
  }
}
