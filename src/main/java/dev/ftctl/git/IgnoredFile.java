package dev.ftctl.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Whether git would take a file into the repository.
public final class IgnoredFile {

  private IgnoredFile() {}

  /// Whether nothing of the file can be committed by chance: it lies outside of any repository, or
  /// git ignores it and does not know it yet.
  public static boolean isKeptOut(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path there = existing(folder);
    if (RepositoryTop.above(there).isEmpty()) {
      return true;
    }
    try {
      return isIgnored(there, file);
    } catch (IOException noGit) {
      return false;
    }
  }

  /// Whether it lies in a repository that leaves it out.
  public static boolean isIgnored(Path file) {
    return RepositoryTop.above(existing(file.toAbsolutePath().normalize().getParent())).isPresent()
        && isKeptOut(file);
  }

  private static boolean isIgnored(Path folder, Path file) throws IOException {
    String path = file.toAbsolutePath().normalize().toString();
    boolean isKnown = !GitCommand.text(folder, "ls-files", "--", path).isBlank();
    return !isKnown && !GitCommand.text(folder, "check-ignore", "--", path).isBlank();
  }

  /// The nearest folder that is there.
  private static Path existing(@Nullable Path folder) {
    Path at = folder;
    while (at != null && !Files.isDirectory(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at == null ? Path.of("/") : at;
  }
}
