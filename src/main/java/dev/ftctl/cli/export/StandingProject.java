package dev.ftctl.cli.export;

import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.ProjectText;
import dev.ftctl.export.account.Adoption;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.FileTree;
import dev.ftctl.walk.Described;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The project that stands in a folder already, if any.
///
/// @param described what its manifests describe
/// @param variables names of environment variables that its `.env.example` names
/// @param tree its files, relative to the folder
record StandingProject(Described described, List<String> variables, FileTree tree) {

  static final String EXAMPLE = ".env.example";

  /// Variables that the example names and nobody set stand for nothing, so that a project can be
  /// brought up to date where its values are not known.
  ///
  /// @throws dev.ftctl.model.problem.ManifestException when its manifests are broken
  static StandingProject read(Run run, ProjectFlags project, Path folder, KindList kinds) {
    FileTree tree = project.request(run, folder, run.console().environment()).tree();
    List<String> named =
        tree.read(EXAMPLE)
            .map(bytes -> ProjectText.variables(new String(bytes, StandardCharsets.UTF_8)))
            .orElse(List.of());
    Map<String, String> seen = new HashMap<>(run.console().environment());
    named.forEach(name -> {
      if (seen.getOrDefault(name, "").isEmpty()) {
        seen.put(name, Adoption.UNSET + name);
      }
    });
    return new StandingProject(described(project.request(run, folder, seen), kinds), named, tree);
  }

  /// A project without manifests yet describes nothing.
  private static Described described(ReadRequest request, KindList kinds) {
    try {
      Described described = Described.of(request, kinds);
      if (described.broken().isPresent()) {
        throw described.broken().get();
      }
      return described;
    } catch (UnknownPathException none) {
      return new Described(Manifests.project(request, kinds), List.of(), Optional.empty());
    }
  }
}
