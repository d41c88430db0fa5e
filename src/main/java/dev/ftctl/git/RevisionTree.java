package dev.ftctl.git;

import dev.ftctl.model.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a git revision, at the paths that they have in the working tree. Asks git, which
/// has to be on the PATH. Links are followed within the revision; one that leads out of it, and
/// another repository inside this one, can't be read. What lies outside of the repository and may
/// be read is in no revision, and is as it is now.
public final class RevisionTree implements FileTree, AutoCloseable {

  private static final Pattern HIDDEN = Pattern.compile("/\\.[^/]*/");

  /// Of any file, in bytes.
  private static final int LARGEST = 10 * 1024 * 1024;

  private final FileTree here;
  private final String top;
  private final Blobs contents;
  private final RevisionEntries entries;

  private RevisionTree(FileTree here, String top, Blobs contents) {
    this.here = here;
    this.top = top;
    this.contents = contents;
    this.entries = new RevisionEntries(here, top, contents);
  }

  /// @param here the working tree, which says how paths are spelt
  /// @param folder the working folder; relative paths start there
  /// @param revision as git takes it: `origin/main`, `HEAD~1`
  /// @throws IOException when there is no git, no repository or no such revision; its message says
  ///   which
  public static RevisionTree open(FileTree here, Path folder, String revision) throws IOException {
    String commit =
        GitCommand.text(
                folder,
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                revision + "^{commit}")
            .strip();
    return ofCommit(here, folder, commit);
  }

  /// @param commit the whole hash of one that git has
  /// @throws IOException when there is no git or no repository
  public static RevisionTree ofCommit(FileTree here, Path folder, String commit)
      throws IOException {
    // Beside each other, since each git takes its time to start.
    try (GitCommand.Asked listing =
        GitCommand.ask(folder, "ls-tree", "-r", "-l", "-z", "--full-tree", commit)) {
      // Below the top, not the top itself: git resolves links on the way there, the user's paths
      // don't.
      String prefix = GitCommand.text(folder, "rev-parse", "--show-prefix").stripTrailing();
      String start = here.canonical("");
      String top = prefix.isEmpty() ? start : start.substring(0, start.length() - prefix.length());
      var tree = new RevisionTree(here, top, new Blobs(folder));
      tree.entries.read(listing.bytes());
      return tree;
    }
  }

  @Override
  public boolean isRevision() {
    return true;
  }

  @Override
  public Found at(String path) {
    String place = canonical(path);
    Optional<String> outside = outside(place);
    if (outside.isPresent()) {
      return here.at(outside.get());
    }
    if (entries.files.containsKey(place)) {
      return Found.FILE;
    }
    if (entries.unreadable.contains(place)) {
      return Found.UNREADABLE;
    }
    String below = place + "/";
    boolean isFolder =
        !entries.files.subMap(below, place + "0").isEmpty()
            || !entries.outward.subMap(below, place + "0").isEmpty()
            || !entries.unreadable.subSet(below, place + "0").isEmpty();
    return isFolder ? Found.FOLDER : Found.NOTHING;
  }

  /// Where a path lies that no revision holds.
  private Optional<String> outside(String place) {
    if (!entries.isWithin(place)) {
      return Optional.of(place);
    }
    return entries.outward.entrySet().stream()
        .filter(link -> place.equals(link.getKey()) || place.startsWith(link.getKey() + "/"))
        .map(link -> link.getValue() + place.substring(link.getKey().length()))
        .findFirst();
  }

  @Override
  public Bar bar(String path) {
    return here.bar(path);
  }

  @Override
  public String top() {
    return top;
  }

  @Override
  public Listing below(String folder) {
    String start = canonical(folder);
    Optional<String> outside = outside(start);
    if (outside.isPresent()) {
      return renamed(here.below(outside.get()), outside.get(), start);
    }
    Listing found =
        new Listing(
            within(start, entries.files.keySet()),
            within(start, entries.unreadable),
            List.of(),
            within(start, entries.unnamed));
    for (Map.Entry<String, String> link : entries.outward.entrySet()) {
      if (!within(start, Set.of(link.getKey())).isEmpty()) {
        found = joined(found, linked(link.getKey(), link.getValue()));
      }
    }
    return found;
  }

  private Listing linked(String link, String target) {
    return here.isFile(target)
        ? new Listing(List.of(link), List.of())
        : renamed(here.below(target), target, link);
  }

  private static Listing renamed(Listing listing, String from, String to) {
    return new Listing(
        renamed(listing.files(), from, to),
        renamed(listing.unreadable(), from, to),
        renamed(listing.outside(), from, to),
        renamed(listing.unnamed(), from, to));
  }

  private static List<String> renamed(List<String> paths, String from, String to) {
    return paths.stream().map(path -> to + path.substring(from.length())).toList();
  }

  private static Listing joined(Listing one, Listing other) {
    return new Listing(
        joined(one.files(), other.files()),
        joined(one.unreadable(), other.unreadable()),
        joined(one.outside(), other.outside()),
        joined(one.unnamed(), other.unnamed()));
  }

  private static List<String> joined(List<String> some, List<String> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return all.stream().sorted().toList();
  }

  /// What lies below a folder, or is it, but for hidden folders.
  private static List<String> within(String start, Set<String> paths) {
    return paths.stream()
        .filter(path -> path.startsWith(start + "/") || path.equals(start))
        .filter(path -> !HIDDEN.matcher(path.substring(start.length())).find())
        .toList();
  }

  @Override
  public List<String> names(String folder) {
    Optional<String> outside = outside(canonical(folder));
    if (outside.isPresent()) {
      return here.names(outside.get());
    }
    String start = canonical(folder) + "/";
    return Stream.of(entries.files.keySet(), entries.unreadable, entries.outward.keySet())
        .flatMap(Set::stream)
        .filter(path -> path.startsWith(start))
        .map(path -> path.substring(start.length()).split("/", 2)[0])
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public Optional<byte[]> read(String path) {
    String file = canonical(path);
    Optional<String> outside = outside(file);
    if (outside.isPresent()) {
      return here.read(outside.get());
    }
    Blobs.Blob blob = entries.files.get(file);
    if (blob == null || blob.size() > LARGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(contents.content(blob));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isSame(String path, byte[] bytes) {
    String file = canonical(path);
    Blobs.Blob blob = entries.files.get(file);
    return blob != null && outside(file).isEmpty() && blob.is(bytes);
  }

  @Override
  public long size(String path) {
    String file = canonical(path);
    Blobs.Blob blob = entries.files.get(file);
    return outside(file).map(here::size).orElse(blob == null ? -1L : blob.size());
  }

  @Override
  public String canonical(String path) {
    return here.canonical(path);
  }

  /// So that nobody looks for the problem in the working tree.
  @Override
  public String shown(String path) {
    return here.shown(path);
  }

  @Override
  public void close() {
    contents.close();
  }
}
