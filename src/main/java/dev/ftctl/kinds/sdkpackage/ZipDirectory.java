package dev.ftctl.kinds.sdkpackage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The directory at the end of a ZIP file, which tells of its entries what the JDK keeps to itself:
/// whether one is a link, and the names as they are written.
final class ZipDirectory {

  /// Of the directory, which has to be in memory.
  private static final long LARGEST = 16L * 1024 * 1024;

  private static final int MOST_ENTRIES = 60_000;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;

  /// Of the rights that Unix gives a file: what it is, and that it is a link.
  private static final int SORT = 0xF000;

  private static final int LINK = 0xA000;

  private ZipDirectory() {}

  /// @param isLink as Unix makes them
  record Entry(String name, boolean isLink) {}

  /// @param isOnly whether nothing else looks like one
  private record Place(long start, int length, boolean isOnly) {}

  /// @throws IOException when there is none, or it can't be read
  /// @throws ZipContents.TooMuchException when it holds more than is looked at
  static void check(Path file) throws IOException {
    place(file);
  }

  /// @throws IOException when there is none, or it can't be told what is in it
  /// @throws ZipContents.TooMuchException when it holds more than is looked at
  static List<Entry> of(Path file) throws IOException {
    Place place = place(file);
    if (!place.isOnly() || place.start() < 0) {
      throw new IOException("two ends of a ZIP file");
    }
    return entries(file, place.start(), place.length());
  }

  private static Place place(Path file) throws IOException {
    ByteBuffer tail = tail(file);
    @Nullable Place last = null;
    boolean isOnly = true;
    for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        long length = tail.getInt(at + 12) & 0xFFFFFFFFL;
        check(tail.getShort(at + 10) & 0xFFFF, length);
        isOnly = last == null;
        last =
            last == null
                ? new Place(Files.size(file) - (tail.limit() - at) - length, (int) length, true)
                : last;
      }
    }
    if (last == null) {
      throw new IOException("no end of a ZIP file");
    }
    return new Place(last.start(), last.length(), isOnly);
  }

  private static ByteBuffer tail(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      long size = Files.size(file);
      bytes.skipNBytes(size - Math.min(size, END_LENGTH + LONGEST_COMMENT));
      return ByteBuffer.wrap(bytes.readNBytes(END_LENGTH + LONGEST_COMMENT))
          .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /// A comment behind the directory may look like another end of one, so that all are looked at.
  private static void check(int entries, long directory) throws ZipContents.TooMuchException {
    if (entries > MOST_ENTRIES || directory > LARGEST) {
      throw new ZipContents.TooMuchException("it has more than " + MOST_ENTRIES + " entries");
    }
  }

  private static List<Entry> entries(Path file, long start, int length) throws IOException {
    var entries = new ArrayList<Entry>();
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.skipNBytes(start);
      ByteBuffer all = ByteBuffer.wrap(bytes.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
      while (all.remaining() >= ENTRY_LENGTH && all.getInt(all.position()) == ENTRY_SIGNATURE) {
        int at = all.position();
        int name = all.getShort(at + 28) & 0xFFFF;
        int rest = (all.getShort(at + 30) & 0xFFFF) + (all.getShort(at + 32) & 0xFFFF);
        if (all.remaining() < ENTRY_LENGTH + name + rest) {
          throw new IOException("an entry that ends early");
        }
        String text = new String(all.array(), at + ENTRY_LENGTH, name, StandardCharsets.UTF_8);
        boolean isLink = (all.getInt(at + 38) >>> 16 & SORT) == LINK;
        entries.add(new Entry(text, isLink));
        all.position(at + ENTRY_LENGTH + name + rest);
      }
      if (all.hasRemaining()) {
        throw new IOException("a directory that holds something else");
      }
    }
    return entries;
  }
}
