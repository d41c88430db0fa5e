package dev.ftctl.manifest;

import dev.ftctl.yaml.Node;
import java.util.Map;

/// The project file as read: the settings, and the parts that stay located trees until documents
/// need them.
///
/// @param path canonical; empty when there is no project file
/// @param manifests folders or files as written, with their places; empty when the file does not
///   say
/// @param variables by name, as written
/// @param defaults per kind name, a partial `spec`
record ProjectFile(
    String path,
    Project project,
    java.util.List<Node.Scalar> manifests,
    Map<String, Node> variables,
    Map<String, Node.Mapping> defaults,
    Lookup lookup) {}
