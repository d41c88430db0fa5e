package dev.ftctl.kinds.sdkpackage;

import dev.ftctl.model.file.FileHash;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What is in a ZIP file: of each name the hashes of what it stands for. Times, order, compression
/// and folders tell nothing. Nothing is written anywhere, and what a small file says that it
/// unpacks to is not believed.
final class ZipContents {

  /// Of the directory at the end of the file, which has to be in memory.
  private static final long LARGEST_DIRECTORY = 16L * 1024 * 1024;

  private static final int MOST_ENTRIES = 60_000;

  /// Of all that is unpacked.
  private static final long LARGEST = 2L * 1024 * 1024 * 1024;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private long left = LARGEST;

  private ZipContents() {}

  /// More than anybody needs.
  static final class TooMuchException extends IOException {

    private static final long serialVersionUID = 1L;

    TooMuchException(String message) {
      super(message);
    }
  }

  /// @throws IOException when the file is no ZIP file, or can't be read as one
  /// @throws TooMuchException when it holds more than is looked at
  static Map<String, List<String>> of(Path file) throws IOException {
    checkDirectory(file);
    try {
      return new ZipContents().read(file);
    } catch (IllegalArgumentException | IllegalStateException malformed) {
      throw new IOException("a malformed ZIP file", malformed);
    }
  }

  private Map<String, List<String>> read(Path file) throws IOException {
    var contents = new TreeMap<String, List<String>>();
    try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          contents
              .computeIfAbsent(entry.getName(), name -> new ArrayList<>())
              .add(hash(zip, entry));
        }
      }
    }
    return contents;
  }

  private String hash(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return FileHash.of(new Counted(in));
    }
  }

  /// Ends with an error once all entries together have come to too much.
  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int come = super.read(into, offset, length);
      left -= Math.max(0, come);
      if (left < 0) {
        throw new TooMuchException("it unpacks to more than " + (LARGEST >> 20) + " MB");
      }
      return come;
    }
  }

  /// The record at the end of the file tells how much the directory takes.
  private static void checkDirectory(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(bytes.length(), END_LENGTH + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      bytes.seek(bytes.length() - length);
      bytes.readFully(tail);
      ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END_LENGTH; at >= 0; at--) {
        if (buffer.getInt(at) == END_SIGNATURE) {
          check(buffer.getShort(at + 10) & 0xFFFF, buffer.getInt(at + 12) & 0xFFFFFFFFL);
          return;
        }
      }
      throw new IOException("no end of a ZIP file");
    }
  }

  private static void check(int entries, long directory) throws TooMuchException {
    if (entries > MOST_ENTRIES || directory > LARGEST_DIRECTORY) {
      throw new TooMuchException("it has more than " + MOST_ENTRIES + " entries");
    }
  }
}
