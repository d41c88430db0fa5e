package dev.ftctl.testing;

import dev.ftctl.files.Disk;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A disk on which one file, by its name, has room for so many bytes and no more.
public final class FullDisk implements Disk {

  private static final String FULL = "No space left on device";

  private final String name;
  private long room;
  private boolean wasFull;
  private int written;
  private final List<Integer> ends = new ArrayList<>();

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

  /// Where each write ended that was asked for, in bytes from the beginning.
  public synchronized List<Integer> ends() {
    return List.copyOf(ends);
  }

  private synchronized int taken(int wanted) {
    int taken = (int) Math.min(room, wanted);
    room -= taken;
    written += taken;
    ends.add(written);
    wasFull |= taken < wanted;
    return taken;
  }

  private final class Bounded extends FilterOutputStream {

    Bounded(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
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
