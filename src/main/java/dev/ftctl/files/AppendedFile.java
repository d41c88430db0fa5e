package dev.ftctl.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file of lines that is only added to, each in one write, so that lines of processes side by
/// side do not mix. Opened anew for each line: an interrupted thread would close it under the
/// others. Safe for use by many threads.
public final class AppendedFile {

  private static final OpenOption[] ADDING = {
    StandardOpenOption.CREATE,
    StandardOpenOption.WRITE,
    StandardOpenOption.APPEND,
    LinkOption.NOFOLLOW_LINKS
  };

  private static final Set<OpenOption> READING =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final Disk disk;
  private final Path file;
  private final boolean isDevice;
  private boolean isTorn;

  private AppendedFile(Disk disk, Path file, boolean isDevice) {
    this.disk = disk;
    this.file = file;
    this.isDevice = isDevice;
  }

  /// Makes the file where it is missing, with its folders.
  ///
  /// @throws IOException when it can't be written, or is a link to a file
  public static AppendedFile open(Disk disk, Path file) throws IOException {
    Folders.ready(file);
    var opened = new AppendedFile(disk, file, Standing.at(file) == Standing.DEVICE);
    opened.stream().close();
    opened.isTorn = !opened.isDevice && endsInHalfALine(file);
    return opened;
  }

  /// Whether a process that was killed, or a full disk, left half a line.
  private static boolean endsInHalfALine(Path file) throws IOException {
    try (SeekableByteChannel end = Files.newByteChannel(file, READING)) {
      var last = ByteBuffer.allocate(1);
      return end.size() > 0 && end.position(end.size() - 1).read(last) == 1 && last.get(0) != '\n';
    }
  }

  /// @param line without its end
  public synchronized void append(String line) throws IOException {
    // What could not be written whole ends here, else it would spoil the next line too.
    String text = (isTorn ? "\n" : "") + line + "\n";
    isTorn = true;
    try (OutputStream out = stream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    isTorn = false;
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private OutputStream stream() throws IOException {
    return isDevice
        ? Device.open(disk, file)
        : disk.through(file, Files.newOutputStream(file, ADDING));
  }
}
