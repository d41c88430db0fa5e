package dev.ftctl.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Devices and pipes: written to as they are.
final class Device {

  private Device() {}

  static void write(Disk disk, Path device, String text) throws IOException {
    try (OutputStream out = open(disk, device)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// A pipe waits here for who reads it.
  static OutputStream open(Disk disk, Path device) throws IOException {
    return disk.through(device, Files.newOutputStream(device, StandardOpenOption.WRITE));
  }
}
