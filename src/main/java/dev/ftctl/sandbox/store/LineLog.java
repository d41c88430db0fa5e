package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.files.OwnFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of JSON objects, one a line, that is only appended to. Safe for many threads.
///
/// On a random access file and not on a channel: an interrupted thread would close the channel
/// under all others.
final class LineLog implements AutoCloseable {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Path path;
  private final RandomAccessFile file;
  private final Object flushing = new Object();
  private long appended;
  private long flushed;

  private LineLog(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /// Opens or creates the file; a last line without an end (torn by a crash) is cut off.
  static LineLog open(Path path) throws IOException {
    var file = OwnFile.random(path);
    var end = endOfLastLine(file);
    file.setLength(end);
    file.seek(end);
    return new LineLog(path, file);
  }

  private static long endOfLastLine(RandomAccessFile file) throws IOException {
    var end = file.length();
    while (end > 0) {
      file.seek(end - 1);
      if (file.read() == '\n') {
        return end;
      }
      end--;
    }
    return 0;
  }

  /// Writes a line wholly or not at all: half of one would hide all that come after it.
  synchronized void append(ObjectNode line) {
    var end = length();
    try {
      file.write(bytes(line));
      appended++;
    } catch (IOException unwritable) {
      cutBackTo(end, unwritable);
      throw failure("write", unwritable);
    }
  }

  static byte[] bytes(ObjectNode line) throws JsonProcessingException {
    return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void cutBackTo(long end, IOException cause) {
    try {
      file.setLength(end);
      file.seek(end);
    } catch (IOException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  /// Returns when all lines appended before this call are on disk; callers that come while another
  /// one flushes share the next flush.
  void force() {
    var wanted = lines(this);
    synchronized (flushing) {
      if (flushed >= wanted) {
        return;
      }
      var covered = lines(this);
      try {
        file.getFD().sync();
        flushed = covered;
      } catch (IOException unwritable) {
        throw failure("write", unwritable);
      }
    }
  }

  private static long lines(LineLog log) {
    synchronized (log) {
      return log.appended;
    }
  }

  synchronized long length() {
    try {
      return file.length();
    } catch (IOException unreadable) {
      throw failure("read", unreadable);
    }
  }

  /// All lines, oldest first; a damaged line and what follows it is left out.
  synchronized List<ObjectNode> lines() {
    var lines = new ArrayList<ObjectNode>();
    try (var text = Files.lines(path)) {
      for (var line : (Iterable<String>) text::iterator) {
        if (!(JSON.readTree(line) instanceof ObjectNode object)) {
          break;
        }
        lines.add(object);
      }
    } catch (JsonProcessingException damaged) {
      return lines;
    } catch (IOException unreadable) {
      throw failure("read", unreadable);
    }
    return lines;
  }

  synchronized void clear() {
    try {
      file.setLength(0);
      file.seek(0);
    } catch (IOException unwritable) {
      throw failure("write", unwritable);
    }
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException unwritable) {
      throw failure("close", unwritable);
    }
  }

  private UncheckedIOException failure(String what, IOException cause) {
    return new UncheckedIOException(
        "cannot " + what + " " + path + ": " + cause.getMessage(), cause);
  }
}
