package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.FileTexts;
import dev.ftctl.manifest.input.Outside;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.SourceReader;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The files that `${yaml:…}` names: structures, and no manifests.
public final class DataFiles {

  private final FileTree tree;
  private final FileTexts texts;
  private final SourceReader reader;
  private final String projectFolder;
  private final ForeignTexts foreign;

  public DataFiles(FileTree tree, FileTexts texts, SourceReader reader, String projectFolder) {
    this.tree = tree;
    this.texts = texts;
    this.reader = reader;
    this.projectFolder = projectFolder;
    this.foreign = ForeignTexts.of(tree, projectFolder);
  }

  /// The one document of a file, or empty when there is none, which is reported then.
  ///
  /// @param use where the file is named
  Optional<Node> read(SourceLocation use, String path, Report report) {
    String file = texts.file(use.file(), path);
    if (tree.at(file) == FileTree.Found.OUTSIDE) {
      report.add(Outside.named(tree, file, use, "yaml:" + path));
      return Optional.empty();
    }
    if (!tree.isFile(file)) {
      report.error(
          use,
          "missing-file",
          "yaml:" + path + " can't be read: there is no file " + tree.shown(file),
          "paths are relative to the file that names them");
      return Optional.empty();
    }
    if (foreign.isOutside(file)) {
      return new OutsideData(tree, file, "yaml:" + path, use, report).read();
    }
    List<Node> documents = reader.read(file, Paths.relative(file, projectFolder));
    if (documents.size() > 1) {
      report.error(
          documents.get(1).place(),
          "data-file",
          "a file that ${yaml:} names holds a second document",
          "keep one");
    }
    return documents.stream().findFirst();
  }

  /// The canonical paths of all files that a tree names, and that those name.
  public void collect(Node node, TreeSet<String> named) {
    if (node.contents().isLiteral()) {
      return;
    }
    switch (node) {
      case Node.Scalar scalar -> {
        if (scalar.text().contains("${yaml:")) {
          PartReader.read(scalar, Report.muted()).forEach(part -> collect(part, scalar, named));
        }
      }
      case Node.Refused refused -> {}
      case Node.Sequence sequence -> sequence.items().forEach(item -> collect(item, named));
      case Node.Mapping mapping ->
          mapping.entries().values().forEach(entry -> collect(entry.value(), named));
    }
  }

  private void collect(TextPart part, Node.Scalar scalar, TreeSet<String> named) {
    if (part instanceof TextPart.FileTree(String path)) {
      String file = texts.file(scalar.place().file(), path);
      if (tree.isFile(file) && !foreign.isOutside(file) && named.add(file)) {
        reader
            .read(file, Paths.relative(file, projectFolder))
            .forEach(root -> collect(root, named));
      }
    }
  }
}
