package dev.ftctl.testing;

import dev.ftctl.files.Disk;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;

/// A disk on which one file, by its name, has room for so many bytes and no more.
public final class FullDisk implements Disk {

  private static final String FULL = "No space left on device";

  private final String name;
  private long room;
  private boolean wasFull;

  public FullDisk(String name, long room) {
    this.name = name;
    this.room = room;
  }

  @Override
  public OutputStream through(Path file, OutputStream stream) {
    return file.endsWith(name) ? new Bounded(stream) : stream;
  }

  /// A stream of characters with the same bound, whatever its name.
  public Writer through(Writer text) {
    return new BoundedText(text);
  }

  /// Whether anything found no room.
  public synchronized boolean wasFull() {
    return wasFull;
  }

  private synchronized int taken(int wanted) {
    int taken = (int) Math.min(room, wanted);
    room -= taken;
    wasFull |= taken < wanted;
    return taken;
  }

  private final class Bounded extends FilterOutputStream {

    Bounded(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int taken = taken(length);
      out.write(bytes, from, taken);
      if (taken < length) {
        throw new IOException(FULL);
      }
    }
  }

  private final class BoundedText extends Writer {

    private final Writer text;

    BoundedText(Writer text) {
      this.text = text;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      int taken = taken(length);
      text.write(characters, from, taken);
      if (taken < length) {
        throw new IOException(FULL);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
