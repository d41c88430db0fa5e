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
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a git revision, at the paths that they have in the working tree. Asks git, which
/// has to be on the PATH; links are not followed.
public final class RevisionTree implements FileTree, AutoCloseable {

  private final FileTree here;

  /// Sizes by canonical path.
  private final SortedMap<String, Long> sizes = new TreeMap<>();

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
    for (String line :
        git(folder, "ls-tree", "-r", "-l", "-z", "--full-tree", commit.strip()).split("\0", -1)) {
      tree.add(line);
    }
    return tree;
  }

  /// `MODE blob HASH SIZE\tPATH`
  private void add(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      return;
    }
    String[] about = line.substring(0, tab).split(" +", -1);
    if (about[0].startsWith("100")) {
      sizes.put(top + "/" + line.substring(tab + 1), Long.parseLong(about[3]));
    }
  }

  @Override
  public boolean isFile(String path) {
    return sizes.containsKey(canonical(path));
  }

  @Override
  public boolean isFolder(String path) {
    String folder = canonical(path) + "/";
    return sizes.keySet().stream().anyMatch(file -> file.startsWith(folder));
  }

  @Override
  public List<String> filesBelow(String folder) {
    String start = canonical(folder) + "/";
    return sizes.keySet().stream()
        .filter(file -> file.startsWith(start))
        .filter(file -> !("/" + file.substring(start.length())).contains("/."))
        .toList();
  }

  @Override
  public Optional<byte[]> read(String path) {
    String file = canonical(path);
    if (!sizes.containsKey(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(content(file.substring(top.length() + 1)));
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
