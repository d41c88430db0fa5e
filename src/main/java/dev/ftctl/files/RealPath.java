package dev.ftctl.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// Where a path really leads, links followed, whether or not anything is there.
public final class RealPath {

  /// As many links in a row as the kernel follows.
  private static final int MOST_LINKS = 40;

  private RealPath() {}

  /// @return absolute, without `.`, `..` and links; of links in a circle as far as they could be
  ///   followed
  public static Path of(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      return followed(path.toAbsolutePath());
    }
  }

  private static Path followed(Path path) {
    Path here = path.getRoot();
    Deque<Path> rest = new ArrayDeque<>();
    path.forEach(rest::addLast);
    int links = 0;
    while (!rest.isEmpty()) {
      String name = rest.getFirst().toString();
      Path next = here.resolve(rest.removeFirst());
      if (name.equals("..")) {
        here = here.getParent() == null ? here : here.getParent();
      } else if (!name.equals(".")) {
        Path target = links < MOST_LINKS ? target(next) : next;
        links += target.equals(next) ? 0 : 1;
        here = target.equals(next) ? next : target.isAbsolute() ? target.getRoot() : here;
        if (!target.equals(next)) {
          prepend(target, rest);
        }
      }
    }
    return here;
  }

  /// What a link says, else the path itself.
  private static Path target(Path path) {
    try {
      return Files.isSymbolicLink(path) ? Files.readSymbolicLink(path) : path;
    } catch (IOException unreadable) {
      return path;
    }
  }

  private static void prepend(Path target, Deque<Path> rest) {
    for (int index = target.getNameCount() - 1; index >= 0; index--) {
      rest.addFirst(target.getName(index));
    }
  }
}
