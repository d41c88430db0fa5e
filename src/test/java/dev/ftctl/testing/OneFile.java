package dev.ftctl.testing;

import dev.ftctl.model.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A tree that holds one file of manifests, `m.yaml`, and nothing else.
public record OneFile(String text) implements FileTree {

  public static final String NAME = "m.yaml";

  @Override
  public Found at(String path) {
    return path.equals(NAME) ? Found.FILE : path.isEmpty() ? Found.FOLDER : Found.NOTHING;
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
    return isFile(path) ? Optional.of(text.getBytes(StandardCharsets.UTF_8)) : Optional.empty();
  }

  @Override
  public String canonical(String path) {
    return path.equals(".") ? "" : path;
  }

  @Override
  public String shown(String path) {
    return path;
  }
}
