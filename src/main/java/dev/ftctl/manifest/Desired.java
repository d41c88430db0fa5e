package dev.ftctl.manifest;

import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that the manifests want, after expansion.
///
/// @param project the project file's settings
/// @param resources sorted by address; read to the end when somebody looks into them
/// @param narrowed the addresses that this run plans (all, unless paths, `-l` or `--target`
///   narrow); what those need is among them
/// @param needed those of them that are only needed: created where they are missing, never changed
/// @param changed what differs from the revision of `--changed-since`; empty without one
/// @param elsewhere documents, without group, that belong to other environments
/// @param open names that the catalogue lacks, for the account's metadata to settle; none where no
///   account is read, since then they are among the warnings
/// @param warnings that did not stop the reading, sorted by place
/// @param sources for excerpts of later problems
/// @param files how many manifest files were read
/// @param digest SHA-256 over project file, manifests, variables and environment name, in hex:
///   equal when the inputs are
public record Desired(
    Project project,
    List<Resource> resources,
    Set<Address> narrowed,
    Set<Address> needed,
    Optional<ChangedDocuments> changed,
    Set<Address> elsewhere,
    OpenNames open,
    List<Problem> warnings,
    Sources sources,
    int files,
    String digest) {

  public Desired {
    resources = resources instanceof ReadLater ? resources : List.copyOf(resources);
    narrowed = Set.copyOf(narrowed);
    needed = Set.copyOf(needed);
    elsewhere = Set.copyOf(elsewhere);
    warnings = List.copyOf(warnings);
  }

  /// Whether this run plans a part of them.
  public boolean isNarrowed() {
    return narrowed.size() < resources.size() || !needed.isEmpty() || changed.isPresent();
  }

  /// Of manifests with no open names.
  public Desired(
      Project project,
      List<Resource> resources,
      Set<Address> narrowed,
      Set<Address> needed,
      Set<Address> elsewhere,
      List<Problem> warnings,
      Sources sources,
      int files,
      String digest) {
    this(
        project,
        resources,
        narrowed,
        needed,
        Optional.empty(),
        elsewhere,
        OpenNames.NONE,
        warnings,
        sources,
        files,
        digest);
  }

  /// Of a project without a manifest.
  static Desired nothing(Project project) {
    return new Desired(
        project, List.of(), Set.of(), Set.of(), Set.of(), List.of(), new Sources(), 0, "");
  }

  /// The same, once its open names are settled.
  public Desired settled() {
    return new Desired(
        project,
        resources,
        narrowed,
        needed,
        changed,
        elsewhere,
        OpenNames.NONE,
        warnings,
        sources,
        files,
        digest);
  }

  /// All resources by their addresses, metadata and groups. The rest may be missing of those that
  /// this run does not plan, which are read when [#resources] is looked into.
  public List<Resource> outlined() {
    return resources instanceof ReadLater later ? later.outlined() : resources;
  }

  /// The resources that this run plans.
  public List<Resource> planned() {
    List<Resource> known =
        resources instanceof ReadLater later && later.has(narrowed) ? later.outlined() : resources;
    return known.stream().filter(resource -> narrowed.contains(resource.address())).toList();
  }
}
