package dev.ftctl.manifest.input;

import dev.ftctl.model.Digest;
import dev.ftctl.model.FileTree;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Files as they were parsed for one reading, so that another reading of the same project, at an
/// earlier revision, parses only what differs. Safe for use by many threads.
public final class ParsedFiles {

  private final boolean isKeeping;
  private final Optional<TreeCache> cache;
  private final Map<String, Parsed> byPath = new ConcurrentHashMap<>();

  /// A file and its bytes.
  static final class Parsed {
    private final byte[] bytes;
    private final String hash;
    private final YamlFile file;

    private Parsed(byte[] bytes, String hash, YamlFile file) {
      this.bytes = bytes;
      this.hash = hash;
      this.file = file;
    }

    /// SHA-256 of the bytes, which takes longer than anything else that is done with many of them.
    String hash() {
      return hash;
    }

    YamlFile file() {
      return file;
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
        cache.isPresent() ? cache.get().read(file, bytes, hash) : Yaml.read(file, bytes));
  }

  void keep(String path, Parsed parsed) {
    if (isKeeping) {
      byPath.put(path, parsed);
    }
  }

  /// The same file, where the tree knows that it has no other bytes at that path.
  Optional<Parsed> unchanged(FileTree tree, String path) {
    return Optional.ofNullable(byPath.get(path)).filter(known -> tree.isSame(path, known.bytes));
  }

  /// The same file, if it has these bytes.
  Optional<Parsed> with(String path, byte[] bytes) {
    return Optional.ofNullable(byPath.get(path)).filter(known -> Arrays.equals(known.bytes, bytes));
  }
}
