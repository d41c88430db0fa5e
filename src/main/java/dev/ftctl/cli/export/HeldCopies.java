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
import dev.ftctl.model.Live;
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
import java.util.Objects;
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
  private final Set<String> inside = new TreeSet<>();

  private HeldCopies(Path folder) {
    this.folder = folder;
  }

  /// Where files come from.
  @FunctionalInterface
  interface Source {

    /// @throws IOException when it can't be had, with the reason as words that follow the object
    Bytes of(Held held) throws IOException;
  }

  /// @param place where they lie in the project already
  record Bytes(SpooledFile file, Optional<String> place) {}

  /// Each is downloaded once.
  ///
  /// @param folder of the project
  static HeldCopies of(Account account, KindList kinds, List<Held> all, Path folder) {
    Source source =
        held -> {
          Kind kind = kinds.ofSlug(held.found().live().kind());
          KindReader.HeldFiles files = kind.reader(account).files().orElseThrow();
          return new Bytes(files.of(held.found().live().id()), Optional.empty());
        };
    return of(source, all, folder);
  }

  static HeldCopies of(Source source, List<Held> all, Path folder) {
    var copies = new HeldCopies(folder);
    all.forEach(held -> copies.take(source, held));
    return copies;
  }

  private void take(Source source, Held held) {
    try {
      Bytes bytes = source.of(held);
      SpooledFile file = bytes.file();
      Optional<String> unkept = held.facet().unkept(file.path());
      if (unkept.isPresent()) {
        file.close();
        refused.put(held, unkept.get());
      } else {
        bytes.place().ifPresent(place -> placeOfHash.put(hash(file.path()), place));
        bytes.place().ifPresent(inside::add);
        places.put(held, place(held, file));
      }
    } catch (IOException missing) {
      refused.put(held, Objects.requireNonNullElse(missing.getMessage(), "can't be read"));
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
    var paths = new TreeSet<>(files.sequencedKeySet());
    paths.addAll(inside);
    return paths;
  }

  boolean isPlaced(Live live) {
    return places.keySet().stream().anyMatch(held -> held.found().live().equals(live));
  }

  /// Why a file has no place; empty where nobody asked for one.
  Optional<String> refusal(Live live) {
    return refused.entrySet().stream()
        .filter(one -> one.getKey().found().live().equals(live))
        .map(Map.Entry::getValue)
        .findFirst();
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
