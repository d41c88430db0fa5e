package dev.ftctl.cli.connector;

import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.ShellWord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a copy is written.
record CopyPlace(FileTree tree, Project project) {

  /// @throws RefusedException where files that it names would be sought in vain
  void requireBeside(Path file, Copied copied, Asked asked) {
    Optional<String> wanted = copied.beside().filter(folder -> !folder.equals(folder(file)));
    if (wanted.isPresent()) {
      throw new RefusedException(
          Refusal.USAGE,
          "the original names files that are relative to " + tree.shown(wanted.get()),
          "Write the copy there: -o "
              + ShellWord.of(tree.shown(wanted.get() + "/" + asked.name() + ".yaml")));
    }
  }

  /// Whatever is written where no run reads it is told.
  void tell(Run run, Path file, String typed) {
    List<String> manifests =
        project.manifests().isEmpty() ? List.of("manifests") : project.manifests();
    List<String> folders =
        manifests.stream()
            .map(one -> project.folder().isEmpty() ? one : project.folder() + "/" + one)
            .map(tree::canonical)
            .toList();
    String here = tree.canonical(file.toString());
    if (folders.stream().noneMatch(one -> here.equals(one) || here.startsWith(one + "/"))) {
      run.output()
          .tell(
              "No manifest of the project lies there; plan and apply read "
                  + typed
                  + " where it stands in "
                  + String.join(", ", manifests)
                  + ".");
    }
  }

  private String folder(Path file) {
    return tree.canonical(file.resolveSibling("").toString());
  }
}
