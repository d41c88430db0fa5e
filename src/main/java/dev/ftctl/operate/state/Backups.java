package dev.ftctl.operate.state;

import dev.ftctl.address.Named;
import dev.ftctl.files.OwnFile;
import dev.ftctl.files.OwnLock;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.fivetran.answer.ValueJson;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The backups, each in a file of its own: `state/<address>/<time>.json` in ftctl's own folder,
/// readable by its owner alone.
public final class Backups {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String SUFFIX = ".json";

  private final Path own;

  /// @param own ftctl's own folder; it need not exist
  public Backups(Path own) {
    this.own = own;
  }

  /// Keeps every other ftctl in this folder away from a connection, until it is closed; a process
  /// that is killed lets go as well.
  ///
  /// @throws RefusedException when another is at work
  Closeable lock(Named connection) {
    Path file = folderOf(connection).resolve("lock");
    try {
      return OwnLock.of(own, file)
          .orElseThrow(() ->
              new RefusedException(
                  Refusal.FAILED,
                  "another ftctl is changing the state of " + connection.address(),
                  "Wait until it has ended."));
    } catch (IOException unwritable) {
      throw unwritable(file, unwritable);
    }
  }

  /// Under a name of its own.
  ///
  /// @throws RefusedException when it can't be written
  Kept put(Named connection, Backup backup) {
    Path folder = folderOf(connection);
    String name = NAME.format(backup.time());
    Path file = folder.resolve(name + SUFFIX);
    for (int more = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); more++) {
      file = folder.resolve(name + "-" + more + SUFFIX);
    }
    return write(new Kept(file, backup));
  }

  /// In the place of what stands there.
  Kept write(Kept kept) {
    String json = ValueJson.write(kept.backup().asValue(), new Redaction()) + "\n";
    try {
      WholeFile.writeOwn(kept.file(), json.getBytes(StandardCharsets.UTF_8));
      return kept;
    } catch (IOException unwritable) {
      throw unwritable(kept.file(), unwritable);
    }
  }

  /// A backup of a state as it is now, of a connection that is left alone.
  ///
  /// @throws RefusedException when it can't be written, or another ftctl is at work
  public Kept take(Named connection, Instant now, boolean isPaused, Value.Mapping state) {
    Closeable lock = lock(connection);
    try {
      var backup = Backup.begun(connection, now, isPaused).with(Optional.of(state)).ended();
      return put(connection, backup);
    } finally {
      letGo(lock);
    }
  }

  static void letGo(Closeable lock) {
    try {
      lock.close();
    } catch (IOException heldOn) {
      // The process's end lets go of it as well.
    }
  }

  /// The run is over: what it kept stays for whoever wants it back; what kept nothing goes.
  void end(Named connection) {
    for (Kept kept : of(connection)) {
      if (kept.backup().phase() == Backup.Phase.KEPT) {
        write(new Kept(kept.file(), kept.backup().ended()));
      } else if (kept.backup().phase() == Backup.Phase.BEGUN) {
        delete(kept.file());
      }
    }
  }

  private static void delete(Path file) {
    try {
      OwnFile.delete(file);
    } catch (IOException staying) {
      throw unwritable(file, staying);
    }
  }

  /// What a killed run left of a connection: how it was before, by the oldest, if several were
  /// killed.
  public Optional<Kept> unfinished(Named connection) {
    List<Kept> left = of(connection).stream().filter(kept -> kept.backup().isUnfinished()).toList();
    return left.stream()
        .filter(kept -> kept.backup().state().isPresent())
        .findFirst()
        .or(() -> left.stream().findFirst());
  }

  /// The last one that holds a state.
  public Optional<Kept> newest(Named connection) {
    List<Kept> all = of(connection);
    return all.reversed().stream().filter(kept -> kept.backup().state().isPresent()).findFirst();
  }

  /// Of a connection, the oldest first. A file that can't be understood is none.
  private List<Kept> of(Named connection) {
    Path folder = folderOf(connection);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    var all = new ArrayList<Kept>();
    for (Path file : files(folder)) {
      try {
        Backup backup = Backup.of(read(file));
        if (backup.id().equals(connection.id())) {
          all.add(new Kept(file, backup));
        }
      } catch (IOException another) {
        // Whoever put it here knows what it is.
      }
    }
    all.sort(Comparator.comparing(kept -> kept.backup().time()));
    return all;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't read " + folder + ": " + Reasons.of(unreadable),
          "Give the folder back to who runs ftctl.");
    }
  }

  private static Value read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ValueJson.read(in);
    }
  }

  /// What a file's text holds: a backup's state, or a state alone.
  ///
  /// @throws RefusedException when it can't be read, or is neither
  public static Value.Mapping stateIn(String text) {
    try {
      Value value = ValueJson.read(text);
      if (Backup.isOne(value)) {
        return Backup.of(value).state().orElse(Value.Mapping.EMPTY);
      }
    } catch (IOException unreadable) {
      // Told below, as of any other text.
    }
    return StateText.of(text).state();
  }

  /// A backup that somebody names.
  ///
  /// @throws RefusedException when it can't be read, or is none
  public static Kept named(Path file) {
    try {
      return new Kept(file, Backup.of(read(file)));
    } catch (IOException none) {
      throw new RefusedException(
          Refusal.INVALID,
          file + " is no backup that can be used: " + Reasons.of(none),
          "Give a file that ftctl state set or ftctl state backup wrote.");
    }
  }

  /// The address, such that it can't lead anywhere else.
  private Path folderOf(Named connection) {
    String label = connection.address().label().replace(":", "%3A");
    String name = label.startsWith(".") ? "%2E" + label.substring(1) : label;
    return own.resolve("state").resolve(connection.address().kind()).resolve(name);
  }

  private static RefusedException unwritable(Path file, IOException why) {
    return new RefusedException(
        Refusal.FAILED,
        "can't write " + file + ": " + Reasons.of(why),
        "The state is kept there before it is changed; make the folder writable.");
  }
}
