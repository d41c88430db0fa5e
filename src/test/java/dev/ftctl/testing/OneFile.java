package dev.ftctl.testing;

import dev.ftctl.model.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A tree that holds one file of manifests, `m.yaml`, and nothing else.
public record OneFile(String text) implements FileTree {

  public static final String NAME = "m.yaml";

  @Override
  public boolean isFile(String path) {
    return path.equals(NAME);
  }

  @Override
  public boolean isFolder(String path) {
    return path.isEmpty();
  }

  @Override
  public List<String> filesBelow(String folder) {
    return List.of(NAME);
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
