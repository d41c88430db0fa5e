package dev.ftctl.manifest.outline;

import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.input.KnownFiles;
import dev.ftctl.model.FileTree;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/// Which files a reading need not look into, since their outlines are known. Safe for many threads
/// once it is opened.
public final class Outlines implements KnownFiles {

  private final Optional<OutlineShelf> shelf;
  private final Set<String> lookedInto;
  private final Optional<FileTree> other;
  private final boolean isThorough;
  private final Map<String, FileOutline> passed = new ConcurrentHashMap<>();
  private Map<String, FileOutline> known = Map.of();
  private String context = "";
  private boolean isJudged;

  private Outlines(
      Optional<OutlineShelf> shelf,
      Set<String> lookedInto,
      Optional<FileTree> other,
      boolean isThorough) {
    this.isThorough = isThorough;
    this.shelf = shelf;
    this.lookedInto = Set.copyOf(lookedInto);
    this.other = other;
  }

  /// Of a reading that looks into every file.
  public static Outlines none() {
    return new Outlines(Optional.empty(), Set.of(), Optional.empty(), false);
  }

  /// Of a reading that looks into every file and leaves what it found.
  public static Outlines leaving(OutlineShelf shelf) {
    return new Outlines(Optional.of(shelf), Set.of(), Optional.empty(), true);
  }

  /// @param lookedInto canonical paths of files to look into all the same
  /// @param other a tree that has to have the same file at the same path
  public static Outlines of(OutlineShelf shelf, Set<String> lookedInto, Optional<FileTree> other) {
    return new Outlines(Optional.of(shelf), lookedInto, other, false);
  }

  /// Those that another reading has passed over, for a reading of another tree.
  public Outlines passedOver() {
    var same = new Outlines(Optional.empty(), Set.of(), Optional.empty(), false);
    same.known = Map.copyOf(passed);
    same.context = context;
    same.isJudged = true;
    return same;
  }

  /// Before any manifest is read.
  ///
  /// @param found hash of what was read so far, in which outlines have to hold
  public void open(String found) {
    if (shelf.isPresent()) {
      known = shelf.get().in(found);
    } else if (!context.equals(found)) {
      known = Map.of();
    }
    context = found;
  }

  public boolean isFilled() {
    return !known.isEmpty();
  }

  @Override
  public boolean isKnown(String path, String hash, BiPredicate<FileTree, String> isIn) {
    FileOutline outline = known.get(path);
    boolean isPassed =
        outline != null
            && !isThorough
            && outline.hash().equals(hash)
            && !lookedInto.contains(path)
            && other.map(tree -> isIn.test(tree, path)).orElse(true);
    if (isPassed) {
      passed.put(path, outline);
    }
    return isPassed;
  }

  /// Takes back files that others need which are not what they were, where a part is compared.
  ///
  /// @param files all
  public Set<String> takeBack(Collection<String> files, KindList kinds) {
    if (other.isEmpty() || passed.isEmpty()) {
      return Set.of();
    }
    var changed = new HashSet<>(files);
    changed.removeAll(passed.keySet());
    Set<String> needed = new Needs(kinds, known).of(changed);
    needed.retainAll(passed.keySet());
    passed.keySet().removeAll(needed);
    return needed;
  }

  /// Looks into nothing of files that are no manifests after all.
  public void keepOnly(Collection<String> paths) {
    passed.keySet().retainAll(Set.copyOf(paths));
  }

  /// Whether their secrets were looked at in this run.
  public boolean isJudged() {
    return isJudged;
  }

  /// What is not looked into, by canonical path.
  public Map<String, FileOutline> passed() {
    return new TreeMap<>(passed);
  }

  /// For later runs, the outlines of all files that have one.
  public void leave(Map<String, FileOutline> outlines) {
    shelf.ifPresent(kept -> kept.put(context, outlines));
  }
}
