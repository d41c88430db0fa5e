package dev.ftctl.manifest.input;

import dev.ftctl.model.Digest;
import dev.ftctl.model.FileTree;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Files as they were parsed for one reading, so that another reading of the same project, at an
/// earlier revision, parses only what differs. Safe for use by many threads.
public final class ParsedFiles {

  private final boolean isKeeping;
  private final Optional<TreeCache> cache;
  private final Map<String, Parsed> byPath = new ConcurrentHashMap<>();

  /// A file and its bytes, parsed when it is looked into.
  static final class Parsed {
    private final byte[] bytes;
    private final String hash;
    private final Supplier<YamlFile> parser;
    private @Nullable YamlFile file;
    private @Nullable Place place;
    private boolean isThere;

    private record Place(FileTree tree, String path) {}

    private Parsed(byte[] bytes, String hash, Supplier<YamlFile> parser) {
      this.bytes = bytes;
      this.hash = hash;
      this.parser = parser;
    }

    List<String> lines() {
      return Yaml.lines(bytes);
    }

    List<String> linesTo(int last) {
      return Yaml.linesTo(bytes, last);
    }

    /// SHA-256 of the bytes, which takes longer than anything else that is done with many of them.
    String hash() {
      return hash;
    }

    synchronized YamlFile file() {
      YamlFile known = file;
      if (known == null) {
        known = parser.get();
        file = known;
      }
      return known;
    }

    /// Asked of one tree and path again and again, each time of all bytes.
    synchronized boolean isIn(FileTree tree, String path) {
      var asked = new Place(tree, path);
      if (!asked.equals(place)) {
        place = asked;
        isThere = tree.isSame(path, bytes);
      }
      return isThere;
    }
  }

  private ParsedFiles(boolean isKeeping, Optional<TreeCache> cache) {
    this.isKeeping = isKeeping;
    this.cache = cache;
  }

  /// Of a small reading.
  public static ParsedFiles forgetting() {
    return new ParsedFiles(false, Optional.empty());
  }

  /// Of the readings of a request, those of earlier runs included where it has a cache, and those
  /// of other runs where it shares them.
  public static ParsedFiles of(ReadRequest request) {
    return request.shared().orElseGet(() -> of(request, request.since().isPresent()));
  }

  /// The same for the readings of several requests.
  public static ParsedFiles keeping(ReadRequest request) {
    return of(request, true);
  }

  private static ParsedFiles of(ReadRequest request, boolean isKeeping) {
    return new ParsedFiles(
        isKeeping, request.cache().map(place -> TreeCache.of(place, request.tree().canonical(""))));
  }

  /// For later runs.
  public void save() {
    cache.ifPresent(TreeCache::save);
  }

  /// @param file as it is shown to the user
  Parsed parse(String file, byte[] bytes) {
    String hash = new Digest().with(bytes).hex();
    return new Parsed(
        bytes,
        hash,
        () -> cache.isPresent() ? cache.get().read(file, bytes, hash) : Yaml.read(file, bytes));
  }

  /// Keeps what earlier runs parsed of a file that nobody looks into in this one.
  void passOver(Parsed parsed) {
    cache.ifPresent(kept -> kept.keep(parsed.hash()));
  }

  void keep(String path, Parsed parsed) {
    if (isKeeping) {
      byPath.put(path, parsed);
    }
  }

  /// The same file, where the tree knows that it has no other bytes at that path.
  Optional<Parsed> unchanged(FileTree tree, String path) {
    return Optional.ofNullable(byPath.get(path)).filter(known -> known.isIn(tree, path));
  }

  /// The same file, if it has these bytes.
  Optional<Parsed> with(String path, byte[] bytes) {
    return Optional.ofNullable(byPath.get(path)).filter(known -> Arrays.equals(known.bytes, bytes));
  }
}
