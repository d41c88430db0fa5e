package dev.ftctl.cli.connector;

import dev.ftctl.export.copy.DescribedConnector;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import dev.ftctl.yaml.Yaml;
import java.util.Optional;

/// Documents as their files write them.
record DocumentsAtPlaces(FileTree tree) {

  /// @param place of a document's `kind`
  Optional<Node.Mapping> at(SourceLocation place) {
    return tree.read(tree.canonical(place.file()))
        .flatMap(bytes -> DescribedConnector.at(Yaml.read(place.file(), bytes), place));
  }

  /// The folder of a file, canonical.
  String folder(SourceLocation place) {
    String file = tree.canonical(place.file());
    return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
  }
}
