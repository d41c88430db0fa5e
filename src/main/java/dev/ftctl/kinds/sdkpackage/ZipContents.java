package dev.ftctl.kinds.sdkpackage;

import dev.ftctl.model.file.FileHash;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  /// Of all that is unpacked.
  private static final long LARGEST = 2L * 1024 * 1024 * 1024;

  /// What is packed so well is no code.
  private static final long ALWAYS = 64L * 1024 * 1024;

  private static final int MOST_TIMES = 100;

  private final long most;
  private long left;

  private ZipContents(long most) {
    this.most = most;
    this.left = most;
  }

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
    ZipDirectory.check(file);
    long size = Files.size(file);
    try {
      return new ZipContents(Math.min(LARGEST, ALWAYS + MOST_TIMES * size)).read(file);
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
        throw new TooMuchException("it unpacks to more than " + (most >> 20) + " MB");
      }
      return come;
    }
  }
}
