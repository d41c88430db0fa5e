package dev.ftctl.manifest.input;

import dev.ftctl.model.FileTree;
import dev.ftctl.model.file.FileHash;
import dev.ftctl.model.value.Mark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reads what `${file:…}` names, relative to the file that the reference stands in.
public final class FileTexts {

  private static final long LARGEST = 1024 * 1024;

  private final FileTree tree;
  private final Map<String, String> folderByShownFile = new HashMap<>();

  /// Canonical paths that may not be read, by the source that names them.
  private final Map<String, Set<String>> outside = new ConcurrentHashMap<>();

  /// By canonical path.
  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  public FileTexts(FileTree tree) {
    this.tree = tree;
  }

  public FileTree tree() {
    return tree;
  }

  /// The SHA-256 of a file, in hex; taken once.
  ///
  /// @param file canonical
  /// @throws IOException when it can't be read
  public String hash(String file) throws IOException {
    String known = hashes.get(file);
    if (known != null) {
      return known;
    }
    Optional<Path> onDisk = tree.onDisk(file);
    String hash =
        onDisk.isPresent()
            ? FileHash.of(onDisk.get())
            : FileHash.of(tree.read(file).orElseThrow(() -> new NoSuchFileException(file)));
    hashes.put(file, hash);
    return hash;
  }

  /// Remembers which folder a file lies in.
  ///
  /// @param shownFile as places name it
  /// @param folder canonical
  void put(String shownFile, String folder) {
    folderByShownFile.put(shownFile, folder);
  }

  /// The text of a file without its last newline, which editors add; in a PEM block it belongs to
  /// the format and stays.
  public Filled text(String shownFile, String path, Mark mark) {
    String file = file(shownFile, path);
    if (tree.at(file) == FileTree.Found.OUTSIDE) {
      outside.computeIfAbsent("file:" + path, one -> ConcurrentHashMap.newKeySet()).add(file);
    }
    return read(tree, file, mark);
  }

  /// The same of a secret that is to be sent, which may lie anywhere.
  public Filled secret(String shownFile, String path, Mark mark) {
    return read(tree.everywhere(), file(shownFile, path), mark);
  }

  /// Whether all that a source named, and that may not be read here, are files. They are not
  /// opened.
  public boolean isThere(String source) {
    return outside.getOrDefault(source, Set.of()).stream().allMatch(tree.everywhere()::isFile);
  }

  /// The canonical path of what a reference in a file names.
  public String file(String shownFile, String path) {
    return tree.canonical(Paths.child(folderByShownFile.getOrDefault(shownFile, ""), path));
  }

  /// @param file canonical
  /// @param mark of the text, whose source messages name
  public static Filled read(FileTree tree, String file, Mark mark) {
    if (tree.at(file) == FileTree.Found.OUTSIDE) {
      return Filled.missing(mark, Outside.missing(tree, file, mark.source()));
    }
    long size = tree.size(file);
    if (size > LARGEST) {
      return missing(mark, "has more than 1 MB");
    }
    var bytes = tree.isFile(file) ? tree.read(file) : java.util.Optional.<byte[]>empty();
    if (bytes.isEmpty()) {
      return missing(
          mark,
          tree.isFolder(file)
              ? "is a folder"
              : "can't be read: there is no file " + tree.shown(file));
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
      return new Filled(
          text.contains("-----BEGIN ") ? text : chomped(text), false, mark, List.of());
    } catch (CharacterCodingException binary) {
      return missing(mark, "is no UTF-8 text");
    }
  }

  private static String chomped(String text) {
    return text.endsWith("\r\n")
        ? text.substring(0, text.length() - 2)
        : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static Filled missing(Mark mark, String why) {
    return Filled.missing(
        mark,
        new Filled.Missing(
            "missing-file",
            mark.source() + " " + why,
            "paths are relative to the file that names them",
            false));
  }
}
