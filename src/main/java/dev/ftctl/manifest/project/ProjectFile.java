package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.Lookup;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Map;

/// The project file as read: the settings, and the parts that stay located trees until documents
/// need them.
///
/// @param path canonical; empty when there is no project file
/// @param manifests folders or files as written, with their places; empty when the file does not
///   say
/// @param overlays folders with the partial documents of the environment, as written
/// @param noManifests folders with those of all environments
/// @param include globs of manifests below the project's folder; empty for all
/// @param exclude globs of files that are none
/// @param defaults per kind name, a partial `spec`
public record ProjectFile(
    String path,
    Project project,
    List<Node.Scalar> manifests,
    List<Node.Scalar> overlays,
    List<String> noManifests,
    List<String> include,
    List<String> exclude,
    Map<String, Node.Mapping> defaults,
    Lookup lookup) {}
