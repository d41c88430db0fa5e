package dev.ftctl.manifest.project;

import dev.ftctl.manifest.input.Paths;
import dev.ftctl.model.FileTree;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// One of the files `environments/NAME.yaml` beside the project file, each of which says of one
/// environment what else stands under `environments:`. A file with a `kind` is a manifest.
///
/// @param name of the environment
/// @param path as seen from the project's folder
/// @param documents of the file, of which the first counts
public record EnvironmentFile(String name, String path, List<Node> documents) {

  public static final String FOLDER = "environments";

  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  public EnvironmentFile {
    documents = List.copyOf(documents);
  }

  /// Those of a project, by name.
  ///
  /// @param folder of the project file
  /// @param reader reads a file, given its path and what it is called in the digest
  public static List<EnvironmentFile> in(
      String folder, FileTree tree, BiFunction<String, String, List<Node>> reader) {
    String all = tree.canonical(Paths.child(folder, FOLDER));
    var files = new ArrayList<EnvironmentFile>();
    for (String name : tree.names(all)) {
      String path = Paths.child(all, name);
      if (ENDINGS.stream().anyMatch(name::endsWith) && tree.isFile(path)) {
        String relative = FOLDER + "/" + name;
        List<Node> documents = reader.apply(path, relative);
        if (documents.stream().noneMatch(EnvironmentFile::isManifest)) {
          String environment = name.substring(0, name.lastIndexOf('.'));
          files.add(new EnvironmentFile(environment, relative, documents));
        }
      }
    }
    return files;
  }

  private static boolean isManifest(Node document) {
    return document instanceof Node.Mapping mapping && mapping.get("kind").isPresent();
  }
}
