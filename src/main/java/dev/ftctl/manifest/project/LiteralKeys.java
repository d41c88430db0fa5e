package dev.ftctl.manifest.project;

import dev.ftctl.manifest.report.Report;
import dev.ftctl.yaml.Node;

/// The keys of the project file, which are names and words of its language: a reference in one of
/// them would be taken for a name. What stands under `defaults` and under a variable becomes part
/// of manifests, where keys are filled in.
final class LiteralKeys {

  private LiteralKeys() {}

  static void refuseReferences(Node.Mapping file, Report report) {
    refuse(file.without("defaults"), false, report);
  }

  /// @param isOfVariables whether each key is a variable's name
  private static void refuse(Node.Mapping mapping, boolean isOfVariables, Report report) {
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (key.contains("${")) {
            report.error(
                entry.keyPlace(),
                "reference-in-key",
                "the key '" + key + "' holds a reference, and keys of the project file are names",
                "write the name out");
          }
          if (!isOfVariables) {
            below(entry.value(), key.equals("variables"), report);
          }
        });
  }

  private static void below(Node node, boolean isOfVariables, Report report) {
    switch (node) {
      case Node.Mapping mapping -> refuse(mapping, isOfVariables, report);
      case Node.Sequence sequence -> sequence.items().forEach(item -> below(item, false, report));
      case Node.Scalar scalar -> {}
      case Node.Refused refused -> {}
    }
  }
}
