package dev.ftctl.manifest;

import dev.ftctl.model.Digest;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.Problem;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.SourceLocation;
import dev.ftctl.model.Sources;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads YAML files of a tree and keeps their lines for excerpts.
final class SourceReader {

  private final FileTree tree;
  private final Sources sources;
  private final FileTexts texts;
  private final Digest digest;
  private final Problems problems;
  private final Map<String, List<String>> linesByFile = new HashMap<>();
  private final Map<String, List<Node>> documentsByPath = new HashMap<>();
  private boolean isBroken;

  SourceReader(FileTree tree, Sources sources, FileTexts texts, Digest digest, Problems problems) {
    this.tree = tree;
    this.sources = sources;
    this.texts = texts;
    this.digest = digest;
    this.problems = problems;
  }

  /// Whether a file could not be read to its end, so that documents may be missing.
  boolean isBroken() {
    return isBroken;
  }

  /// Keeps what look like secrets out of the excerpts of problems.
  void guard(List<Problem> found, Redaction redaction) {
    found.stream()
        .map(problem -> problem.place().file())
        .distinct()
        .forEach(
            file -> SecretGuess.remember(linesByFile.getOrDefault(file, List.of()), redaction));
  }

  /// @param path canonical
  /// @param name of the file in the digest
  List<Node> read(String path, String name) {
    List<Node> known = documentsByPath.get(path);
    if (known == null) {
      known = readOnce(path, name);
      documentsByPath.put(path, known);
    }
    return known;
  }

  private List<Node> readOnce(String path, String name) {
    String shown = tree.shown(path);
    long size = tree.size(path);
    if (size > Yaml.LARGEST) {
      isBroken = true;
      problems.add(Yaml.tooLarge(shown, size));
      return List.of();
    }
    Optional<byte[]> bytes = tree.read(path);
    if (bytes.isEmpty()) {
      isBroken = true;
      problems.add(unreadable(shown));
      return List.of();
    }
    digest.with(name).with(bytes.get());
    YamlFile file = Yaml.read(shown, bytes.get());
    sources.put(shown, file.lines());
    linesByFile.put(shown, file.lines());
    texts.put(shown, Paths.parent(path));
    problems.addAll(file.problems());
    isBroken |= !file.problems().isEmpty();
    return file.documents();
  }

  static Problem unreadable(String shown) {
    return Problem.error(
        SourceLocation.of(shown, 1, 1),
        "unreadable-file",
        "",
        "the file can't be read",
        "check its permissions");
  }
}
