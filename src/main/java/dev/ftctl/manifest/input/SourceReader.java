package dev.ftctl.manifest.input;

import dev.ftctl.manifest.report.Problems;
import dev.ftctl.model.Digest;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reads YAML files of a tree and keeps their lines for excerpts.
public final class SourceReader {

  private final FileTree tree;
  private final Sources sources;
  private final FileTexts texts;
  private final Digest digest;
  private final Problems problems;
  private final Map<String, List<String>> linesByFile = new HashMap<>();
  private final Map<String, List<Node>> documentsByPath = new HashMap<>();
  private final Map<String, Optional<ParsedFiles.Parsed>> ahead = new ConcurrentHashMap<>();
  private final ParsedFiles parsed;
  private final Map<String, ParsedFiles.Parsed> passed = new ConcurrentHashMap<>();
  private final Map<String, String> hashes = new LinkedHashMap<>();
  private boolean isBroken;
  private boolean isReadAfterAll;

  /// @param parsed files that need not be parsed again
  public SourceReader(
      FileTree tree,
      Sources sources,
      FileTexts texts,
      Digest digest,
      Problems problems,
      ParsedFiles parsed) {
    this.tree = tree;
    this.sources = sources;
    this.texts = texts;
    this.digest = digest;
    this.problems = problems;
    this.parsed = parsed;
  }

  /// Whether a file could not be read to its end, so that documents may be missing.
  public boolean isBroken() {
    return isBroken;
  }

  /// Keeps what look like secrets out of the excerpts of problems.
  public void guard(List<Problem> found, Redaction redaction) {
    found.stream()
        .map(problem -> problem.place().file())
        .distinct()
        .forEach(
            file -> SecretGuess.remember(linesByFile.getOrDefault(file, List.of()), redaction));
  }

  /// Parses files side by side. What is wrong with them is told when they are read, in the order of
  /// that.
  ///
  /// @param paths canonical
  /// @param known those that need not be looked into, being what they were
  public void parseAhead(List<String> paths, KnownFiles known) {
    paths.parallelStream()
        .filter(path -> tree.size(path) <= Yaml.LARGEST)
        .forEach(path -> parseAhead(path, known));
  }

  private void parseAhead(String path, KnownFiles known) {
    Optional<ParsedFiles.Parsed> found = parse(path);
    ahead.put(path, found);
    if (found.isPresent() && known.isKnown(path, found.get().hash(), found.get()::isIn)) {
      passed.put(path, found.get());
    } else {
      found.ifPresent(ParsedFiles.Parsed::file);
    }
  }

  /// Looks into some files after all.
  public void lookInto(Set<String> paths) {
    passed.keySet().removeAll(paths);
  }

  /// Whether a file needs not be looked into.
  public boolean isPassed(String path) {
    return passed.containsKey(path);
  }

  /// Takes a file for read that is not looked into.
  ///
  /// @param name of the file in the digest
  public void pass(String path, String name) {
    ahead.remove(path);
    ParsedFiles.Parsed file = Objects.requireNonNull(passed.get(path));
    String shown = tree.shown(path);
    digest.with(name).with(file.hash());
    hashes.put(path, file.hash());
    sources.putLater(shown, file::lines);
    texts.put(shown, Paths.parent(path));
    parsed.passOver(file);
  }

  /// Whether a file was looked into after it had been passed.
  public boolean isReadAfterAll() {
    return isReadAfterAll;
  }

  /// The lines of a file, looked into or not.
  public List<String> lines(String path) {
    ParsedFiles.Parsed file = passed.get(path);
    return file == null ? linesByFile.getOrDefault(tree.shown(path), List.of()) : file.lines();
  }

  /// The same, up to one of them at least.
  ///
  /// @param last counted from one
  public List<String> linesTo(String path, int last) {
    ParsedFiles.Parsed file = passed.get(path);
    return file == null ? lines(path) : file.linesTo(last);
  }

  /// The hash of a file that was read.
  public String hash(String path) {
    return hashes.getOrDefault(path, "");
  }

  /// The hash of all that was read so far.
  public String context() {
    var all = new Digest();
    hashes.forEach((path, hash) -> all.with(path).with(hash));
    return all.hex();
  }

  private Optional<ParsedFiles.Parsed> parse(String path) {
    Optional<ParsedFiles.Parsed> file =
        parsed
            .unchanged(tree, path)
            .or(() ->
                tree.read(path)
                    .map(bytes ->
                        parsed
                            .with(path, bytes)
                            .orElseGet(() -> parsed.parse(tree.shown(path), bytes))));
    file.ifPresent(one -> parsed.keep(path, one));
    return file;
  }

  /// @param path canonical
  /// @param name of the file in the digest
  public List<Node> read(String path, String name) {
    List<Node> known = documentsByPath.get(path);
    if (known == null) {
      known = readOnce(path, name);
      documentsByPath.put(path, known);
    }
    return known;
  }

  private List<Node> readOnce(String path, String name) {
    isReadAfterAll |= hashes.containsKey(path);
    String shown = tree.shown(path);
    long size = tree.size(path);
    if (size > Yaml.LARGEST) {
      isBroken = true;
      problems.add(Yaml.tooLarge(shown, size));
      return List.of();
    }
    Optional<ParsedFiles.Parsed> early = ahead.remove(path);
    Optional<ParsedFiles.Parsed> found = early == null ? parse(path) : early;
    if (found.isEmpty()) {
      isBroken = true;
      problems.add(
          tree.at(path) == FileTree.Found.OUTSIDE ? Outside.met(tree, path) : unreadable(shown));
      return List.of();
    }
    digest.with(name).with(found.get().hash());
    hashes.put(path, found.get().hash());
    YamlFile file = found.get().file();
    sources.put(shown, file.lines());
    linesByFile.put(shown, file.lines());
    texts.put(shown, Paths.parent(path));
    problems.addAll(file.problems());
    isBroken |= !file.problems().isEmpty();
    return file.documents();
  }

  public static Problem unreadable(String shown) {
    return Problem.error(
        SourceLocation.of(shown, 1, 1),
        "unreadable-file",
        "",
        "the file can't be read",
        "mend its permissions, or the link that it is");
  }
}
