package dev.ftctl.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The revision that was applied last, as git keeps it: `refs/ftctl/applied/[FOLDER/]ENVIRONMENT`.
/// Nothing here reaches another repository.
///
/// @param folder in which git is asked
public record AppliedRef(Path folder, String name) {

  private static final String ABOVE = "refs/ftctl/applied/";

  /// @param folder of the project file
  /// @param environment empty where the project has none
  /// @throws IOException when there is no git or no repository
  public static AppliedRef of(Path folder, String environment) throws IOException {
    String prefix = GitCommand.text(folder, "rev-parse", "--show-prefix").strip();
    String path =
        Arrays.stream(prefix.split("/", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> encoded(part) + "/")
            .collect(Collectors.joining());
    return new AppliedRef(
        folder, ABOVE + path + encoded(environment.isEmpty() ? "default" : environment));
  }

  /// A name that git takes as part of a ref's.
  private static String encoded(String part) {
    var encoded = new StringBuilder();
    for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      boolean isPlain =
          letter < 128 && (Character.isLetterOrDigit(letter) || letter == '-' || letter == '_');
      encoded.append(isPlain ? String.valueOf(letter) : "%%%02X".formatted(one & 0xff));
    }
    return encoded.toString();
  }

  /// The commit that it stands at; empty where there is no such ref.
  public Optional<String> commit() throws IOException {
    return revision(name);
  }

  /// The commit of HEAD; empty where nothing is committed.
  public Optional<String> head() throws IOException {
    return revision("HEAD");
  }

  private Optional<String> revision(String of) throws IOException {
    String commit =
        GitCommand.answer(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", of + "^{commit}");
    return commit.isEmpty() ? Optional.empty() : Optional.of(commit);
  }

  /// Whether a commit is HEAD or before it, as far as the history here goes back.
  public boolean isBeforeHead(String commit) throws IOException {
    return GitCommand.answer(folder, "merge-base", commit, "HEAD").equals(commit);
  }

  /// Tracked files that are not as HEAD has them, and those of the given files that git does not
  /// track; none where all of them are.
  ///
  /// @param read absolute paths of what was read
  public List<String> uncommitted(List<Path> read) throws IOException {
    String top = GitCommand.text(folder, "rev-parse", "--show-toplevel").stripTrailing();
    var found = new TreeSet<>(listed(Path.of(top), "diff", "--name-only", "-z", "HEAD", "--"));
    List<String> tracked = listed(Path.of(top), "ls-files", "-z", "--full-name");
    var known = new HashSet<>(tracked);
    Path real = Path.of(top).toRealPath();
    for (Path file : read) {
      Path at = file.toRealPath();
      if (at.startsWith(real)) {
        String path = real.relativize(at).toString();
        if (!known.contains(path)) {
          found.add(path);
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<String> listed(Path top, String... words) throws IOException {
    return Arrays.stream(GitCommand.text(top, words).split("\0", -1))
        .filter(path -> !path.isEmpty())
        .toList();
  }

  /// Moves it from one commit to another, if nobody else did meanwhile.
  ///
  /// @param from empty where there is none yet
  /// @throws IOException when it stands elsewhere by now, or can't be written
  public void move(Optional<String> from, String to) throws IOException {
    GitCommand.text(
        folder,
        "update-ref",
        "-m",
        "ftctl: applied",
        name,
        to,
        from.orElse("0".repeat(to.length())));
  }
}
