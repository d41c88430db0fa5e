package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.files.OwnFile;
import dev.ftctl.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// An account kept in a file: a snapshot `NAME`, changes since then in `NAME.log`, requests in
/// `NAME.requests`, and `NAME.lock` held while it is open.
public final class DataFile implements ChangeLog {
  private static final long LOG_BYTES_WORTH_COMPACTING = 16L * 1024 * 1024;
  private static final int REQUESTS_KEPT = 10_000;

  private final Path snapshot;
  private final FileLease lease;
  private final LineLog log;
  private final LineLog requests;

  private DataFile(Path snapshot, FileLease lease, LineLog log, LineLog requests) {
    this.snapshot = snapshot;
    this.lease = lease;
    this.log = log;
    this.requests = requests;
  }

  /// Opens the file, or waits until the process that has it open lets it go; `notice` is told once
  /// that it waits.
  public static DataFile open(Path file, Consumer<String> notice) throws IOException {
    var snapshot = file.toAbsolutePath();
    var lease = FileLease.take(beside(snapshot, ".lock"), notice);
    try {
      OwnFile.requireNoOther(snapshot);
      return new DataFile(
          snapshot,
          lease,
          LineLog.open(beside(snapshot, ".log")),
          LineLog.open(beside(snapshot, ".requests")));
    } catch (IOException | RuntimeException unusable) {
      lease.close();
      throw unusable;
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  @Override
  public void load(AccountData account) {
    try {
      if (Files.exists(snapshot)
          && LineLog.JSON.readTree(snapshot.toFile()) instanceof ObjectNode json) {
        account.replaceBy(json);
        account.commit();
      }
      var changes = new ArrayList<Commit>();
      for (var line : log.lines()) {
        line.path("changes").forEach(change -> changes.add(Commit.of(change)));
      }
      account.replay(changes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "cannot read " + snapshot + ": " + unreadable.getMessage(), unreadable);
    }
  }

  @Override
  public void append(List<Commit> changes, AccountData account) {
    var line = LineLog.JSON.createObjectNode();
    var list = line.putArray("changes");
    changes.forEach(change -> list.add(change.toJson()));
    log.append(line);
    if (log.length() > LOG_BYTES_WORTH_COMPACTING) {
      compact(account);
    }
  }

  @Override
  public void force() {
    log.force();
  }

  @Override
  public void request(ObjectNode request) {
    requests.append(request);
  }

  @Override
  public List<ObjectNode> earlierRequests() {
    var all = requests.lines();
    return all.subList(Math.max(0, all.size() - REQUESTS_KEPT), all.size());
  }

  @Override
  public void forgetRequests() {
    requests.clear();
  }

  @Override
  public void close(AccountData account) {
    try {
      if (log.length() > 0) {
        compactIfPossible(account);
      }
      if (requests.length() > LOG_BYTES_WORTH_COMPACTING) {
        var kept = earlierRequests();
        requests.clear();
        kept.forEach(requests::append);
      }
    } finally {
      abandon();
    }
  }

  /// Without room for a snapshot the log has it all, and is replayed by whoever opens it next.
  private void compactIfPossible(AccountData account) {
    try {
      compact(account);
    } catch (UncheckedIOException unwritable) {
      log.force();
    }
  }

  @Override
  public void abandon() {
    log.close();
    requests.close();
    lease.close();
  }

  /// Writes the snapshot and empties the log. A crash in between leaves a log that is replayed over
  /// its own outcome, which changes nothing.
  private void compact(AccountData account) {
    try {
      log.force();
      WholeFile.writeOwn(snapshot, LineLog.bytes(account.toJson()));
      log.clear();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "cannot write " + snapshot + ": " + unwritable.getMessage(), unwritable);
    }
  }
}
