package dev.ftctl.cli.connector;

import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.account.Adoption;
import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.KeptTree;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.walk.Described;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the project as it would be with the copy in it, so that what is printed is known to be a
/// manifest that fits.
///
/// @param folder in which the copy would lie, canonical
record CopyTrial(Run run, ProjectFlags project, String folder) {

  /// What came of it.
  ///
  /// @param resources that the copy describes
  /// @param problems errors, or warnings where there are none
  record Tried(List<Resource> resources, List<Problem> problems) {
    boolean isSound() {
      return problems.stream().noneMatch(Problem::isError);
    }
  }

  /// With the copy in the folder of the first manifests of the project.
  static CopyTrial beside(Run run, ProjectFlags project, Described described) {
    String first = described.project().manifests().stream().findFirst().orElse("manifests");
    boolean isFile = first.endsWith(".yaml") || first.endsWith(".yml");
    String folder = described.project().folder();
    String whole = isFile ? folder : folder.isEmpty() ? first : folder + "/" + first;
    return new CopyTrial(run, project, whole);
  }

  /// @param variables that the copy reads; they stand for nothing where they aren't set
  Tried with(String text, String name, List<EnvEntry> variables) {
    Map<String, String> seen = new HashMap<>(run.console().environment());
    variables.forEach(one -> seen.putIfAbsent(one.name(), Adoption.UNSET + one.name()));
    ReadRequest request = project.request(run, run.console().folder(), seen).offline();
    var tree = new KeptTree(request.tree());
    String file = tree.canonical(folder + "/ftctl-copy.yaml");
    KeptTree edited = tree.with(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    try {
      return of(read(request.of(edited), file), name);
    } catch (ManifestException broken) {
      return new Tried(List.of(), broken.problems());
    }
  }

  /// Where there are no manifests yet, the copy is the first.
  private Desired read(ReadRequest request, String file) {
    try {
      return Manifests.read(request, run.kinds().get());
    } catch (UnknownPathException none) {
      return Manifests.read(
          ReadRequest.plain(request.tree(), List.of(file), run.redaction(), request.now()),
          run.kinds().get());
    }
  }

  private static Tried of(Desired desired, String name) {
    return new Tried(
        desired.resources().stream()
            .filter(resource -> resource.metadata().name().equals(name))
            .filter(resource ->
                List.of("connector", "schema-settings").contains(resource.address().kind()))
            .toList(),
        desired.warnings().stream()
            .filter(problem -> problem.subject().contains(" " + name))
            // The account was asked for the groups already.
            .filter(problem -> !problem.rule().equals("undescribed-reference"))
            .toList());
  }
}
