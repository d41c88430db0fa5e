package dev.ftctl.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ftctl.model.FileTree;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a git revision, at the paths that they have in the working tree. Asks git, which
/// has to be on the PATH. Links are followed within the revision; one that leads out of it, and
/// another repository inside this one, can't be read.
public final class RevisionTree implements FileTree, AutoCloseable {

  private static final String LINK = "120000";

  private static final int DEEPEST_LINK = 8;

  private static final Pattern HIDDEN = Pattern.compile("/\\.[^/]*/");

  private final FileTree here;

  /// Sizes by canonical path.
  private final SortedMap<String, Long> sizes = new TreeMap<>();

  /// Where the content of what a link leads to lies, by the canonical path that it has there.
  private final Map<String, String> linked = new HashMap<>();

  /// Canonical paths of what is there and can't be read.
  private final SortedSet<String> unreadable = new TreeSet<>();

  private final String top;
  private final String revision;
  private final Process contents;
  private final InputStream answers;
  private final OutputStream questions;

  private RevisionTree(FileTree here, Path folder, String top, String revision) throws IOException {
    this.here = here;
    this.top = top;
    this.revision = revision;
    this.contents =
        new ProcessBuilder("git", "-C", folder.toString(), "cat-file", "--batch")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.answers = new BufferedInputStream(contents.getInputStream());
    this.questions = new BufferedOutputStream(contents.getOutputStream());
  }

  /// @param here the working tree, which says how paths are spelt
  /// @param folder the working folder; relative paths start there
  /// @param revision as git takes it: `origin/main`, `HEAD~1`
  /// @throws IOException when there is no git, no repository or no such revision; its message says
  ///   which
  public static RevisionTree open(FileTree here, Path folder, String revision) throws IOException {
    String commit =
        git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    // Below the top, not the top itself: git resolves links on the way there, the user's paths
    // don't.
    String prefix = git(folder, "rev-parse", "--show-prefix").strip();
    String start = here.canonical("");
    String top = prefix.isEmpty() ? start : start.substring(0, start.length() - prefix.length());
    var tree = new RevisionTree(here, folder, top, commit.strip());
    var links = new TreeSet<String>();
    for (String line :
        git(folder, "ls-tree", "-r", "-l", "-z", "--full-tree", commit.strip()).split("\0", -1)) {
      tree.add(line, links);
    }
    tree.follow(links);
    return tree;
  }

  /// `MODE blob HASH SIZE\tPATH`
  private void add(String line, Set<String> links) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      return;
    }
    String[] about = line.substring(0, tab).split(" +", -1);
    String path = top + "/" + line.substring(tab + 1);
    if (about[0].startsWith("100")) {
      sizes.put(path, Long.parseLong(about[3]));
    } else if (about[0].equals(LINK)) {
      links.add(path);
    } else {
      unreadable.add(path);
    }
  }

  /// Puts what links lead to where they are, links to links too. One back into its own parents
  /// holds nothing that isn't met anyway.
  private void follow(Set<String> links) {
    Map<String, String> open = new TreeMap<>();
    links.forEach(link -> open.put(link, target(link)));
    for (int round = 0; round < DEEPEST_LINK && !open.isEmpty(); round++) {
      Map<String, Long> found = new HashMap<>();
      Set<String> before = Set.copyOf(open.keySet());
      open.entrySet().removeIf(link -> isFollowed(link.getKey(), link.getValue(), before, found));
      sizes.putAll(found);
    }
    unreadable.addAll(open.keySet());
  }

  private String target(String link) {
    try {
      String target = new String(content(link.substring(top.length() + 1)), UTF_8);
      String folder = link.substring(0, link.lastIndexOf('/'));
      return here.canonical(target.startsWith("/") ? target : folder + "/" + target);
    } catch (IOException broken) {
      return "";
    }
  }

  /// @param open links that still lead nowhere: a folder with such a one in it waits
  /// @param found is given what the link leads to
  private boolean isFollowed(
      String link, String target, Set<String> open, Map<String, Long> found) {
    if (!target.equals(top) && !target.startsWith(top + "/")) {
      return false;
    }
    String below = target + "/";
    if (link.startsWith(below)) {
      return true;
    }
    if (open.stream().anyMatch(other -> other.startsWith(below))) {
      return false;
    }
    int before = found.size();
    // '0' comes right after '/'.
    sizes
        .subMap(target, target + "0")
        .forEach((file, size) -> {
          if (file.equals(target) || file.startsWith(below)) {
            String alias = link + file.substring(target.length());
            found.put(alias, size);
            linked.put(alias, linked.getOrDefault(file, file));
          }
        });
    return found.size() > before;
  }

  @Override
  public Found at(String path) {
    String here = canonical(path);
    if (sizes.containsKey(here)) {
      return Found.FILE;
    }
    if (unreadable.contains(here)) {
      return Found.UNREADABLE;
    }
    String below = here + "/";
    boolean isFolder =
        !sizes.subMap(below, here + "0").isEmpty()
            || !unreadable.subSet(below, here + "0").isEmpty();
    return isFolder ? Found.FOLDER : Found.NOTHING;
  }

  @Override
  public Listing below(String folder) {
    String start = canonical(folder);
    return new Listing(within(start, sizes.keySet()), within(start, unreadable));
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
    String start = canonical(folder) + "/";
    return Stream.concat(sizes.keySet().stream(), unreadable.stream())
        .filter(path -> path.startsWith(start))
        .map(path -> path.substring(start.length()).split("/", 2)[0])
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public Optional<byte[]> read(String path) {
    String file = canonical(path);
    if (!sizes.containsKey(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(content(linked.getOrDefault(file, file).substring(top.length() + 1)));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  private synchronized byte[] content(String path) throws IOException {
    questions.write((revision + ":" + path + "\n").getBytes(UTF_8));
    questions.flush();
    String[] head = line().split(" ", -1);
    if (head.length != 3) {
      throw new IOException("git does not have " + path);
    }
    byte[] content = answers.readNBytes(Integer.parseInt(head[2]));
    answers.skipNBytes(1);
    return content;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = answers.read(); next >= 0 && next != '\n'; next = answers.read()) {
      line.write(next);
    }
    return line.toString(UTF_8);
  }

  @Override
  public long size(String path) {
    return sizes.getOrDefault(canonical(path), -1L);
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
    contents.destroy();
  }

  private static String git(Path folder, String... words) throws IOException {
    var command = new ArrayList<String>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).redirectErrorStream(false).start();
    git.getOutputStream().close();
    String out = new String(git.getInputStream().readAllBytes(), UTF_8);
    String complaint = new String(git.getErrorStream().readAllBytes(), UTF_8).strip();
    try {
      if (git.waitFor() != 0) {
        throw new IOException(
            complaint.isEmpty()
                ? "git knows no such revision"
                : complaint.lines().findFirst().get());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
    return out;
  }
}
