package dev.ftctl.yaml;

import dev.ftctl.model.problem.Problem;
import java.util.List;

/// What was found in one file. A syntax error ends the reading, so that the documents before it are
/// there and those after are not.
///
/// @param documents the roots, without documents that hold nothing
/// @param lines of the file, without line ends
public record YamlFile(List<Node> documents, List<Problem> problems, List<String> lines) {
  public YamlFile {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
    lines = List.copyOf(lines);
  }
}
