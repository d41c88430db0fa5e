package dev.ftctl.files;

import java.io.OutputStream;
import java.nio.file.Path;

/// What the bytes of written files go through. A test brings a disk that runs full.
@FunctionalInterface
public interface Disk {

  Disk REAL = (file, stream) -> stream;

  /// @param file as it was named, whatever the name is that the bytes are written under first
  OutputStream through(Path file, OutputStream stream);
}
