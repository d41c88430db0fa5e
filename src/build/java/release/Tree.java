package release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Files by the name that they get where they are unpacked: folders, links and files, in order.
record Tree(SortedMap<String, Path> files) {

  Tree() {
    this(new TreeMap<>());
  }

  /// Everything in a folder, as it lies there.
  ///
  /// @param at the name that the folder gets, `""` for none
  Tree with(String at, Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path file : (List<Path>) below.toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        String whole = at.isEmpty() || name.isEmpty() ? at + name : at + "/" + name;
        if (!whole.isEmpty()) {
          files.put(whole, file);
        }
      }
    }
    return this;
  }

  Tree file(String name, Path file) {
    files.put(name, file);
    return this;
  }

  /// What lies at a place of its own, with the folders above it.
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (List<Path>) files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /// The permissions that a file gets: those of programs, or those of texts.
  static int mode(Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      return 0755;
    }
    boolean runs =
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).indexOf('x') >= 0;
    return runs ? 0755 : 0644;
  }
}
