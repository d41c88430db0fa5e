package dev.ftctl.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The files of a sort that people keep below a folder: no link is followed, and folders that dbt
/// and others write themselves, or whose name begins with a dot, are left out.
public final class FoundFiles {

  private static final Set<String> WRITTEN_BY_TOOLS =
      Set.of("target", "dbt_packages", "dbt_modules", "node_modules", "logs");

  private static final int MOST_FILES = 20_000;
  private static final int DEEPEST = 30;

  private FoundFiles() {}

  /// Sorted.
  ///
  /// @param name of the files
  /// @throws IOException when a folder can't be read, or there are more than 20,000
  public static List<Path> below(Path top, Pattern name) throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        top, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new Walk(top, name, found));
    found.sort(null);
    return List.copyOf(found);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Pattern name;
    private final List<Path> found;

    private Walk(Path top, Pattern name, List<Path> found) {
      this.top = top;
      this.name = name;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String called = folder.equals(top) ? "" : folder.getFileName().toString();
      return called.startsWith(".") || WRITTEN_BY_TOOLS.contains(called)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      boolean isMeant = name.matcher(file.getFileName().toString()).matches();
      if (isMeant && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        if (found.size() >= MOST_FILES) {
          throw new IOException("it holds more than " + MOST_FILES + " files");
        }
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
