package dev.ftctl.testing;

import dev.ftctl.model.FileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A tree that holds one file of manifests, `m.yaml`, and nothing else but what a build made of
/// code.
public record OneFile(String text) implements FileTree {

  public static final String NAME = "m.yaml";

  @Override
  public Found at(String path) {
    boolean isFile = path.equals(NAME) || onDisk(path).isPresent();
    return isFile ? Found.FILE : path.isEmpty() ? Found.FOLDER : Found.NOTHING;
  }

  @Override
  public Listing below(String folder) {
    return new Listing(List.of(NAME), List.of());
  }

  @Override
  public List<String> names(String folder) {
    return below(folder).files().stream().filter(file -> folder.isEmpty()).toList();
  }

  @Override
  public Optional<byte[]> read(String path) {
    return path.equals(NAME)
        ? Optional.of(text.getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  @Override
  public Optional<Path> onDisk(String path) {
    return BuiltCode.NAMES.stream()
        .map(BuiltCode::onDisk)
        .filter(file -> file.toString().equals(path))
        .findFirst();
  }

  @Override
  public long size(String path) {
    return onDisk(path)
        .map(file -> file.toFile().length())
        .orElseGet(() -> FileTree.super.size(path));
  }

  @Override
  public String canonical(String path) {
    return path.equals(".")
        ? ""
        : BuiltCode.NAMES.contains(path) ? BuiltCode.onDisk(path).toString() : path;
  }

  @Override
  public String shown(String path) {
    return path;
  }
}
