package dev.ftctl.cli.export;

import dev.ftctl.export.FileName;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.account.HeldFiles;
import dev.ftctl.export.account.HeldFiles.Held;
import dev.ftctl.files.Disk;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.file.FileHash;
import dev.ftctl.model.file.SpooledFile;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Files that live objects hold, on their way into a project. All are here before one is written.
final class HeldCopies implements AutoCloseable {

  /// Nothing is on its way.
  static final HeldCopies NONE = new HeldCopies(Path.of("."));

  private final Path folder;
  private final SequencedMap<Held, String> places = new LinkedHashMap<>();
  private final SequencedMap<String, SpooledFile> files = new LinkedHashMap<>();
  private final SequencedMap<Held, String> refused = new LinkedHashMap<>();
  private final List<ApiFailure> failures = new ArrayList<>();
  private final Map<String, String> placeOfHash = new HashMap<>();
  private final Set<String> taken = new TreeSet<>();

  private HeldCopies(Path folder) {
    this.folder = folder;
  }

  /// Each is downloaded once.
  ///
  /// @param folder of the project
  static HeldCopies of(Account account, KindList kinds, List<Held> all, Path folder) {
    var copies = new HeldCopies(folder);
    for (Held held : all) {
      Kind kind = kinds.ofSlug(held.found().live().kind());
      copies.take(kind.reader(account), held);
    }
    return copies;
  }

  private void take(KindReader reader, Held held) {
    try {
      SpooledFile file = reader.files().orElseThrow().of(held.found().live().id());
      Optional<String> unkept = held.facet().unkept(file.path());
      if (unkept.isPresent()) {
        file.close();
        refused.put(held, unkept.get());
      } else {
        places.put(held, place(held, file));
      }
    } catch (ApiException broken) {
      failures.add(broken.failure());
      refused.put(held, "can't be downloaded: " + broken.failure());
    }
  }

  /// Where the same bytes are already, else a path that is free.
  private String place(Held held, SpooledFile file) {
    String hash = hash(file.path());
    String known = placeOfHash.get(hash);
    if (known != null) {
      file.close();
      return known;
    }
    String name = FileName.of(held.name());
    String path = held.facet().place(name);
    for (int number = 2; !isFree(path, hash); number++) {
      path = held.facet().place(name + "-" + number);
    }
    taken.add(path.toLowerCase(Locale.ROOT));
    placeOfHash.put(hash, path);
    files.put(path, file);
    return path;
  }

  private boolean isFree(String path, String hash) {
    Path there = folder.resolve(path);
    return !taken.contains(path.toLowerCase(Locale.ROOT))
        && (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) || isSame(there, hash));
  }

  private static boolean isSame(Path file, String hash) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && hash(file).equals(hash);
  }

  private static String hash(Path file) {
    try {
      return FileHash.of(file);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't read " + file + ": " + Reasons.of(unreadable),
          "Make it readable, or give another folder.");
    }
  }

  AccountDocuments.Result in(AccountDocuments.Result result, HeldFiles held) {
    return held.with(result, places, refused);
  }

  /// Paths of all files, relative to the project.
  Set<String> paths() {
    return Set.copyOf(files.sequencedKeySet());
  }

  /// What could not be downloaded.
  List<ApiFailure> failures() {
    return List.copyOf(failures);
  }

  /// Writes what is not there yet.
  ///
  /// @return what was written
  List<String> write(Disk disk) {
    var written = new ArrayList<String>();
    files.forEach((path, file) -> {
      Path target = folder.resolve(path);
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        WholeFile.copy(disk, target, file.path());
        written.add(path);
      }
    });
    return written;
  }

  @Override
  public void close() {
    files.values().forEach(SpooledFile::close);
  }
}
