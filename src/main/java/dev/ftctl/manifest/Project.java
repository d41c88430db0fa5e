package dev.ftctl.manifest;

import dev.ftctl.manifest.policy.Policies;
import dev.ftctl.model.Address;
import dev.ftctl.model.Glob;
import java.util.List;
import java.util.Map;

/// The project file `ftctl.yaml`, or its defaults where there is none. Its variables and defaults
/// have gone into the resources.
///
/// @param file as shown to the user; empty when there is no project file
/// @param folder that holds it, as the tree's canonical path; manifests' folders are relative to
///   it; the working folder when there is none
/// @param account the account id that this project, or its environment, is pinned to; empty when
///   not pinned
/// @param manifests folders (or files) with manifests, relative to `folder`
/// @param allow risks allowed, as `--allow` takes them
/// @param limits by name: `max_deletes`, `max_resyncs`, `max_revokes`
/// @param pruneScope what `--prune` may delete
/// @param pruneLimits limits of a run with `--prune`, over `limits`
/// @param protect address globs
/// @param ignored what is left to others
/// @param policies what manifests and plans must keep
/// @param scope what the project manages of the account; everything when nothing is given
public record Project(
    String file,
    String folder,
    String account,
    List<String> manifests,
    List<String> allow,
    Map<String, Integer> limits,
    PruneScope pruneScope,
    Map<String, Integer> pruneLimits,
    List<String> protect,
    List<Ignored> ignored,
    Policies policies,
    PruneScope scope,
    Environment environment) {

  /// Globs over group names, kinds and addresses; all parts that are given must match; nothing
  /// matches when nothing is given.
  public record PruneScope(List<String> groups, List<String> kinds, List<String> addresses) {
    public static final PruneScope NOTHING = new PruneScope(List.of(), List.of(), List.of());

    public PruneScope {
      groups = List.copyOf(groups);
      kinds = List.copyOf(kinds);
      addresses = List.copyOf(addresses);
    }

    public boolean isEmpty() {
      return groups.isEmpty() && kinds.isEmpty() && addresses.isEmpty();
    }
  }

  /// Objects, or fields of objects, that this project leaves to others.
  ///
  /// @param addresses globs, which also match the address without a group
  /// @param fields with dots: `config.port`; the whole object when there are none
  public record Ignored(List<String> addresses, List<String> fields) {

    public Ignored {
      addresses = List.copyOf(addresses);
      fields = List.copyOf(fields);
    }

    public boolean covers(Address address) {
      return addresses.stream()
          .map(Glob::new)
          .anyMatch(glob ->
              glob.matches(address.toString()) || glob.matches(address.inGroup("").toString()));
    }
  }

  public Project {
    manifests = List.copyOf(manifests);
    allow = List.copyOf(allow);
    limits = Map.copyOf(limits);
    pruneLimits = Map.copyOf(pruneLimits);
    protect = List.copyOf(protect);
    ignored = List.copyOf(ignored);
  }

  /// What holds where there is no project file.
  public static Project none(String folder) {
    return new Project(
        "",
        folder,
        "",
        List.of(),
        List.of(),
        Map.of(),
        PruneScope.NOTHING,
        Map.of(),
        List.of(),
        List.of(),
        Policies.NONE,
        PruneScope.NOTHING,
        Environment.NONE);
  }
}
