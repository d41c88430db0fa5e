package dev.ftctl.operate.rollout;

import dev.ftctl.files.Folders;
import dev.ftctl.files.OwnLock;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.fivetran.answer.ValueJson;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Where the progress of a rollout is kept: `rollout/<name>.json` in ftctl's own folder, readable
/// by its owner alone.
public final class ProgressFile {

  private final Path own;
  private final Path file;
  private final String name;

  /// @param own ftctl's own folder; it need not exist
  /// @param name of the rollout, good for a file's name
  public ProgressFile(Path own, String name) {
    this.own = own;
    this.name = name;
    this.file = own.resolve("rollout").resolve(name + ".json");
  }

  public Path file() {
    return file;
  }

  /// Keeps every other run of this rollout in this folder away, until it is closed; a process that
  /// is killed lets go as well.
  ///
  /// @throws RefusedException when another is at work
  public Closeable lock() {
    Path lock = file.resolveSibling(name + ".lock");
    try {
      return OwnLock.of(own, lock)
          .orElseThrow(() ->
              new RefusedException(
                  Refusal.FAILED,
                  "another ftctl is at this rollout: " + name,
                  "Wait until it has ended."));
    } catch (IOException unwritable) {
      throw unwritable(lock, unwritable);
    }
  }

  /// Empty before the first run.
  ///
  /// @throws RefusedException when it can't be understood, which must not pass for a beginning
  public Optional<Progress> read() {
    try {
      Folders.requireNoLinks(own.resolveSibling(""), file);
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(Progress.of(ValueJson.read(in)));
      }
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.INVALID,
          file + " can't be used: " + Reasons.of(unreadable),
          "It tells what the rollout has done; where it is lost, move it away: what is on already"
              + " needs nothing, and the rest begins.");
    }
  }

  /// On disk when this returns.
  void write(Progress progress) {
    String json = ValueJson.write(progress.asValue(), new Redaction()) + "\n";
    try {
      WholeFile.writeOwn(file, json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      throw unwritable(file, unwritable);
    }
  }

  private static RefusedException unwritable(Path file, IOException why) {
    return new RefusedException(
        Refusal.FAILED,
        "can't write " + file + ": " + Reasons.of(why),
        "The progress is kept there before each step; make the folder writable.");
  }
}
