package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Mark;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import dev.ftctl.yaml.YamlFile;
import java.util.Optional;

/// The structure of a file outside the repository: scalars and lists of them, whose texts stand for
/// themselves. Nothing of it is quoted, and its places are those of the reference.
///
/// @param file canonical
/// @param source as plans print it
/// @param use where the file is named
record OutsideData(FileTree tree, String file, String source, SourceLocation use, Report report) {

  Optional<Node> read() {
    Optional<YamlFile> parsed =
        tree.size(file) > Yaml.LARGEST
            ? Optional.empty()
            : tree.read(file).map(bytes -> Yaml.read(source, bytes));
    boolean isOne =
        parsed
            .filter(found -> found.problems().isEmpty() && found.documents().size() == 1)
            .isPresent();
    if (!isOne) {
      report.error(use, "data-file", source + " is not one YAML document", "");
      return Optional.empty();
    }
    return parsed.map(found -> marked(found.documents().getFirst()));
  }

  private Node marked(Node node) {
    return switch (node) {
      case Node.Scalar scalar ->
          new Node.Scalar(
              PartReader.literal(scalar.text()), scalar.isPlain(), use, Mark.outside(source));
      case Node.Refused refused -> refused;
      case Node.Sequence sequence ->
          new Node.Sequence(sequence.items().stream().map(this::marked).toList(), use);
      case Node.Mapping mapping -> {
        ForeignTexts.refusal(Mark.outside(source), "a key")
            .ifPresent(wrong -> report.error(use, wrong.rule(), wrong.message(), wrong.fix()));
        yield new Node.Refused(use);
      }
    };
  }
}
