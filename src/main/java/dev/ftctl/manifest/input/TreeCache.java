package dev.ftctl.manifest.input;

import dev.ftctl.files.PrivateFolder;
import dev.ftctl.model.Digest;
import dev.ftctl.yaml.TreeCode;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What earlier runs parsed, so that files with the same bytes are not parsed again. One file for
/// each project, in a folder that is the user's alone: for each manifest the hash of its bytes and
/// where in it what stands, as [TreeCode] writes it. It holds no text of any manifest. What is
/// damaged, or of another build, is as if it were not there. Each entry has a hash of its own, so
/// that only those that are asked for are hashed. Safe for use by many threads.
public final class TreeCache {

  private static final byte[] FORMAT = "ftctl trees 2\n".getBytes(StandardCharsets.US_ASCII);

  /// Of a project, in bytes.
  private static final int LARGEST = 32 * 1024 * 1024;

  private static final int MOST_FILES = 32;
  private static final int HEX = 64;

  private final PrivateFolder folder;
  private final String name;
  private final String build;
  private @Nullable Map<String, Entry> earlier;
  private final Set<String> passed = ConcurrentHashMap.newKeySet();
  private final Map<String, byte[]> used = new ConcurrentHashMap<>();

  /// What is kept of a file.
  ///
  /// @param start in the bytes of all
  /// @param hash of the code
  private record Entry(ByteBuffer all, int start, int length, String hash) {

    /// Empty where it is damaged.
    Optional<byte[]> code() {
      byte[] code = new byte[length];
      all.get(start, code);
      return TreeCache.hash(code).equals(hash) ? Optional.of(code) : Optional.empty();
    }
  }

  private TreeCache(Place place, String project) {
    this.folder = new PrivateFolder(place.folder());
    this.build = place.build();
    this.name = new Digest().with(build).with(project).hex().substring(0, 32) + ".trees";
  }

  /// Read when a file is to be parsed, which need not happen.
  private synchronized Map<String, Entry> earlier() {
    Map<String, Entry> known = earlier;
    if (known == null) {
      known =
          new ConcurrentHashMap<>(folder.read(name, LARGEST).map(this::entries).orElse(Map.of()));
      earlier = known;
    }
    return known;
  }

  /// @param folder of the user alone, made where it is missing
  /// @param build of ftctl, any text that another one differs in
  public record Place(Path folder, String build) {}

  static TreeCache of(Place place, String project) {
    return new TreeCache(place, project);
  }

  /// @param file as it is shown to the user
  /// @param hash of the bytes
  YamlFile read(String file, byte[] bytes, String hash) {
    Optional<byte[]> known = known(hash);
    Optional<YamlFile> found = known.flatMap(code -> TreeCode.read(file, bytes, code));
    if (known.isPresent() && found.isPresent()) {
      used.put(hash, known.get());
      return found.get();
    }
    // So that what is parsed now takes its place.
    earlier().remove(hash);
    YamlFile parsed = Yaml.read(file, bytes);
    TreeCode.of(parsed, bytes).ifPresent(code -> used.put(hash, code));
    return parsed;
  }

  private Optional<byte[]> known(String hash) {
    return Optional.ofNullable(earlier().get(hash)).flatMap(Entry::code);
  }

  /// Keeps what is known of a file without reading it.
  void keep(String hash) {
    passed.add(hash);
  }

  /// Keeps what this run met, where that is something new.
  void save() {
    if (!used.isEmpty() && !earlier().keySet().containsAll(used.keySet())) {
      passed.forEach(hash -> known(hash).ifPresent(code -> used.put(hash, code)));
      byte[] bytes = bytes();
      if (bytes.length <= LARGEST) {
        folder.write(name, bytes, MOST_FILES);
      }
    }
  }

  /// Format, hash of the head, its length, build, for each file its hash, the length of its code
  /// and the hash of that; then the codes.
  private byte[] bytes() {
    byte[] builder = build.getBytes(StandardCharsets.UTF_8);
    var sorted = new TreeMap<>(used);
    int codes = sorted.values().stream().mapToInt(code -> code.length).sum();
    ByteBuffer head =
        ByteBuffer.allocate(
            Integer.BYTES + builder.length + sorted.size() * (2 * HEX + Integer.BYTES));
    head.putInt(builder.length).put(builder);
    sorted.forEach(
        (hash, code) -> head.put(ascii(hash)).putInt(code.length).put(ascii(hash(code))));
    ByteBuffer all =
        ByteBuffer.allocate(FORMAT.length + HEX + Integer.BYTES + head.capacity() + codes)
            .put(FORMAT)
            .put(ascii(hash(head.array())))
            .putInt(head.capacity())
            .put(head.array());
    sorted.values().forEach(all::put);
    return all.array();
  }

  private Map<String, Entry> entries(byte[] bytes) {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      boolean isOurs = Arrays.equals(taken(left, FORMAT.length), FORMAT);
      String hash = text(left, HEX);
      ByteBuffer head = ByteBuffer.wrap(taken(left, left.getInt()));
      if (!isOurs || !hash.equals(hash(head.array())) || !text(head, head.getInt()).equals(build)) {
        return Map.of();
      }
      var entries = new HashMap<String, Entry>();
      int start = left.position();
      while (head.hasRemaining()) {
        String file = text(head, HEX);
        var entry = new Entry(left, start, head.getInt(), text(head, HEX));
        entries.put(file, entry);
        start += entry.length();
      }
      return start == bytes.length ? entries : Map.of();
    } catch (BufferUnderflowException | NegativeArraySizeException other) {
      return Map.of();
    }
  }

  private static byte[] taken(ByteBuffer from, int length) {
    if (length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer from, int length) {
    return new String(taken(from, length), StandardCharsets.UTF_8);
  }

  private static String hash(byte[] bytes) {
    return new Digest().with(bytes).hex();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
