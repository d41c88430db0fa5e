package dev.ftctl.cli.flags;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Variables of `--var-file`: YAML (or JSON) files with one mapping of names to texts, numbers or
/// booleans.
final class VariableFiles {

  private final Path folder;
  private final Sources sources = new Sources();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> variables = new LinkedHashMap<>();

  private VariableFiles(Path folder) {
    this.folder = folder;
  }

  /// A later file wins.
  ///
  /// @throws ManifestException with every problem of every file
  static Map<String, String> read(Path folder, List<String> files) {
    var reading = new VariableFiles(folder);
    files.forEach(reading::read);
    if (!reading.problems.isEmpty()) {
      throw new ManifestException(reading.problems, reading.sources);
    }
    return reading.variables;
  }

  private void read(String name) {
    YamlFile file = Yaml.read(name, bytes(name));
    sources.put(name, file.lines());
    problems.addAll(file.problems());
    for (Node document : file.documents()) {
      if (document instanceof Node.Mapping mapping) {
        mapping.entries().forEach((key, entry) -> take(key, entry.value()));
      } else {
        refuse(document, "a file of variables is a mapping, and this is " + document.what());
      }
    }
  }

  private void take(String key, Node value) {
    if (value instanceof Node.Scalar scalar && !scalar.isNull()) {
      variables.put(key, scalar.text());
    } else {
      refuse(value, "variable '" + key + "' is " + value.what());
    }
  }

  private void refuse(Node at, String message) {
    problems.add(Problem.error(at.place(), "variable-file", "", message, "write it as name: text"));
  }

  private byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE, "the file of variables " + name + " can't be read", "Check --var-file.");
    }
  }
}
