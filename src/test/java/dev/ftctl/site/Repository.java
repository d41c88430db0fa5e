package dev.ftctl.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The checkout that a site is made of.
public record Repository(Path root) {

  private static final Set<String> NOT_READ = Set.of(".git", "target", "src", "node_modules");

  /// Every Markdown file but those among sources, by path.
  public List<Page> pages() {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(root::relativize)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !NOT_READ.contains(file.getName(0).toString()) || isCases(file))
          .map(file -> file.toString().replace('\\', '/'))
          .sorted()
          .map(path -> new Page(path, text(path)))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The README sends those to them who want to see what the program does.
  private static boolean isCases(Path file) {
    return file.startsWith("src/test/resources/cases");
  }

  boolean isFolder(String path) {
    return Files.isDirectory(root.resolve(path));
  }

  boolean exists(String path) {
    return Files.exists(root.resolve(path));
  }

  /// Whether a file is in UTF-8.
  boolean isText(String path) {
    try {
      Files.readString(root.resolve(path));
      return true;
    } catch (CharacterCodingException binary) {
      return false;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String text(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The names in a folder, folders with `/` behind; without those that begin with a dot.
  List<String> names(String folder) {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
