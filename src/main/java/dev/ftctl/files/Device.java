package dev.ftctl.files;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Devices and pipes: written to as they are.
final class Device {

  private static final int MOST_LINKS = 40;

  private static final Pattern STREAM =
      Pattern.compile(
          "/dev/std(out|err)|/(dev|proc/(self|" + ProcessHandle.current().pid() + "))/fd/[12]");

  private Device() {}

  static void write(Disk disk, Path device, String text) throws IOException {
    try (OutputStream out = open(disk, device)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// A pipe waits here for who reads it. The process's own streams are used as they are: opened
  /// anew, one that leads to a file would begin at its first byte again.
  static OutputStream open(Disk disk, Path device) throws IOException {
    OutputStream stream =
        switch (ofProcess(device)) {
          case 1 -> new Kept(new FileOutputStream(FileDescriptor.out));
          case 2 -> new Kept(new FileOutputStream(FileDescriptor.err));
          default -> Files.newOutputStream(device, StandardOpenOption.WRITE);
        };
    return disk.through(device, stream);
  }

  /// Which stream of the process a path is a name of: 1, 2, or 0 for neither.
  static int ofProcess(Path path) throws IOException {
    Path name = path.toAbsolutePath().normalize();
    for (int link = 0; link < MOST_LINKS; link++) {
      Matcher stream = STREAM.matcher(name.toString());
      if (stream.matches()) {
        return stream.group().endsWith("1") || stream.group().endsWith("stdout") ? 1 : 2;
      }
      if (!Files.isSymbolicLink(name)) {
        return 0;
      }
      name = name.resolveSibling(Files.readSymbolicLink(name)).normalize();
    }
    return 0;
  }

  /// Stays open, whoever closes it.
  private static final class Kept extends FilterOutputStream {

    Kept(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
