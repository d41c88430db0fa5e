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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What earlier runs parsed, so that files with the same bytes are not parsed again. One file for
/// each project, in a folder that is the user's alone: for each manifest the hash of its bytes and
/// where in it what stands, as [TreeCode] writes it. It holds no text of any manifest. What is
/// damaged, or of another build, is as if it were not there. Safe for use by many threads.
public final class TreeCache {

  private static final byte[] FORMAT = "ftctl trees 1\n".getBytes(StandardCharsets.US_ASCII);

  /// Of a project, in bytes.
  private static final int LARGEST = 32 * 1024 * 1024;

  private static final int MOST_FILES = 32;
  private static final int HEX = 64;

  private final PrivateFolder folder;
  private final String name;
  private final String build;
  private @Nullable Map<String, byte[]> earlier;
  private final Set<String> passed = ConcurrentHashMap.newKeySet();
  private final Map<String, byte[]> used = new ConcurrentHashMap<>();

  private TreeCache(Place place, String project) {
    this.folder = new PrivateFolder(place.folder());
    this.build = place.build();
    this.name = new Digest().with(build).with(project).hex().substring(0, 32) + ".trees";
  }

  /// Read when a file is to be parsed, which need not happen.
  private synchronized Map<String, byte[]> earlier() {
    Map<String, byte[]> known = earlier;
    if (known == null) {
      known = folder.read(name, LARGEST).map(this::entries).orElse(Map.of());
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
    byte[] known = earlier().get(hash);
    Optional<YamlFile> found = known == null ? Optional.empty() : TreeCode.read(file, bytes, known);
    if (found.isPresent()) {
      used.put(hash, known);
      return found.get();
    }
    YamlFile parsed = Yaml.read(file, bytes);
    TreeCode.of(parsed, bytes).ifPresent(code -> used.put(hash, code));
    return parsed;
  }

  /// Keeps what is known of a file without reading it.
  void keep(String hash) {
    passed.add(hash);
  }

  /// Keeps what this run met, where that is something new.
  void save() {
    if (!used.isEmpty() && !earlier().keySet().containsAll(used.keySet())) {
      passed.forEach(hash ->
          Optional.ofNullable(earlier().get(hash)).ifPresent(known -> used.put(hash, known)));
      byte[] bytes = bytes();
      if (bytes.length <= LARGEST) {
        folder.write(name, bytes, MOST_FILES);
      }
    }
  }

  /// Format, hash of the rest, build, and each hash with its code.
  private byte[] bytes() {
    byte[] builder = build.getBytes(StandardCharsets.UTF_8);
    var sorted = new TreeMap<>(used);
    int size = Integer.BYTES + builder.length;
    for (byte[] code : sorted.values()) {
      size += HEX + Integer.BYTES + code.length;
    }
    ByteBuffer rest = ByteBuffer.allocate(size).putInt(builder.length).put(builder);
    sorted.forEach((hash, code) ->
        rest.put(hash.getBytes(StandardCharsets.US_ASCII)).putInt(code.length).put(code));
    return ByteBuffer.allocate(FORMAT.length + HEX + size)
        .put(FORMAT)
        .put(hash(rest.array()))
        .put(rest.array())
        .array();
  }

  private Map<String, byte[]> entries(byte[] bytes) {
    int start = FORMAT.length + HEX;
    if (bytes.length < start || !Arrays.equals(Arrays.copyOf(bytes, FORMAT.length), FORMAT)) {
      return Map.of();
    }
    byte[] rest = Arrays.copyOfRange(bytes, start, bytes.length);
    if (!Arrays.equals(hash(rest), Arrays.copyOfRange(bytes, FORMAT.length, start))) {
      return Map.of();
    }
    var entries = new TreeMap<String, byte[]>();
    ByteBuffer left = ByteBuffer.wrap(rest);
    try {
      if (!text(left, left.getInt()).equals(build)) {
        return Map.of();
      }
      while (left.hasRemaining()) {
        String hash = text(left, HEX);
        entries.put(hash, taken(left, left.getInt()));
      }
      return entries;
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

  private static byte[] hash(byte[] bytes) {
    return new Digest().with(bytes).hex().getBytes(StandardCharsets.US_ASCII);
  }
}
