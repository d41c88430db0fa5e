package dev.ftctl.manifest.input;

import dev.ftctl.files.NameBytes;
import dev.ftctl.model.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks through a folder. Links are followed within what may be read, since people link shared
/// folders; a link back into its own parents is passed over, since all of it is met anyway.
/// Whatever else can't be looked at is told: what it holds is not known, which is another thing
/// than gone.
final class FolderWalk extends SimpleFileVisitor<Path> {

  /// How an editor's lock begins, a link that leads nowhere on purpose.
  private static final String LOCK = ".#";

  private final Path start;
  private final TreeSet<String> files = new TreeSet<>();
  private final TreeSet<String> unreadable = new TreeSet<>();
  private final TreeSet<String> outside = new TreeSet<>();
  private final TreeSet<String> unnamed = new TreeSet<>();
  private final Reach reach;

  /// @param start which may be read
  FolderWalk(Path start, Reach reach) {
    this.start = start;
    this.reach = reach;
  }

  FileTree.Listing listing() {
    try {
      Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new FileTree.Listing(
        List.copyOf(files), List.copyOf(unreadable), List.copyOf(outside), List.copyOf(unnamed));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean isHidden = !folder.equals(start) && name(folder).startsWith(".");
    return isHidden || leadsOut(folder) || isUnnamed(folder)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  /// Nothing could be found again by what is left of such a name.
  private boolean isUnnamed(Path path) {
    Optional<String> escaped = NameBytes.undecodable(path);
    escaped.ifPresent(unnamed::add);
    return escaped.isPresent();
  }

  /// Only a link can lead out of a folder that lies inside.
  private boolean leadsOut(Path path) {
    boolean leadsOut = Files.isSymbolicLink(path) && reach.bar(path).isPresent();
    if (leadsOut) {
      outside.add(WorkingTree.slashed(path));
    }
    return leadsOut;
  }

  /// A link to nowhere is visited like a file, with the attributes of the link. Of what is called
  /// like no manifest nothing is read.
  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (mayBeOne(file) && isUnnamed(file)) {
      return FileVisitResult.CONTINUE;
    }
    boolean isRegular = attributes.isRegularFile();
    boolean isAsked = mayBeOne(file) || attributes.isSymbolicLink();
    boolean isLock = name(file).startsWith(LOCK) && !isRegular;
    if (isRegular && (!isAsked || !leadsOut(file))) {
      files.add(WorkingTree.slashed(file));
    } else if (!isRegular && isAsked && !isLock && !leadsOut(file)) {
      unreadable.add(WorkingTree.slashed(file));
    }
    return FileVisitResult.CONTINUE;
  }

  /// Whether a pipe or a socket is called like a manifest.
  private static boolean mayBeOne(Path file) {
    return Paths.isManifest(name(file));
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) {
    boolean isHiddenFolder =
        !path.equals(start) && name(path).startsWith(".") && Files.isDirectory(path);
    if (!(failure instanceof FileSystemLoopException)
        && !isHiddenFolder
        && !name(path).startsWith(LOCK)
        && !leadsOut(path)) {
      unreadable.add(WorkingTree.slashed(path));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    if (failure != null) {
      unreadable.add(WorkingTree.slashed(folder));
    }
    return FileVisitResult.CONTINUE;
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
