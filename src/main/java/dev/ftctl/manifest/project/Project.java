package dev.ftctl.manifest.project;

import dev.ftctl.manifest.policy.Policies;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Coverage;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.WrittenPattern;
import java.time.Duration;
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
/// @param allow risks allowed
/// @param limits by name: `max_deletes`, `max_resyncs`, `max_revokes`, `max_pauses`, `column_reads`
/// @param pruneScope what `--prune` may delete
/// @param pruneLimits limits of a run with `--prune`, over `limits`
/// @param protect what is never deleted or replaced
/// @param ignored what is left to others
/// @param freshness how old data may become, by whose: the first that covers a connection counts
/// @param released what was managed once and is no longer: forgotten, never deleted
/// @param policies what manifests and plans must keep
/// @param handouts where goes what Fivetran tells once
/// @param scope what the project manages of the account; everything when nothing is given
/// @param patterns every address pattern of the file, with its place
public record Project(
    String file,
    String folder,
    String account,
    List<String> manifests,
    List<Allowance> allow,
    Map<String, Integer> limits,
    Coverage pruneScope,
    Map<String, Integer> pruneLimits,
    List<AddressPattern> protect,
    List<Ignored> ignored,
    List<Freshness> freshness,
    List<AddressPattern> released,
    Policies policies,
    HandoutSinks handouts,
    Coverage scope,
    Environment environment,
    List<WrittenPattern> patterns) {

  /// Objects, or fields of objects, that this project leaves to others.
  ///
  /// @param fields with dots: `config.port`; the whole object when there are none
  public record Ignored(List<AddressPattern> addresses, List<String> fields) {

    public Ignored {
      addresses = List.copyOf(addresses);
      fields = List.copyOf(fields);
    }

    public boolean covers(Address address) {
      return addresses.stream().anyMatch(pattern -> pattern.covers(address));
    }
  }

  /// How old the data of some connections may become.
  public record Freshness(AddressPattern of, Duration most) {}

  public Project {
    manifests = List.copyOf(manifests);
    allow = List.copyOf(allow);
    limits = Map.copyOf(limits);
    pruneLimits = Map.copyOf(pruneLimits);
    protect = List.copyOf(protect);
    ignored = List.copyOf(ignored);
    freshness = List.copyOf(freshness);
    released = List.copyOf(released);
    patterns = List.copyOf(patterns);
  }

  public boolean releases(Address address) {
    return released.stream().anyMatch(pattern -> pattern.covers(address));
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
        Coverage.NOTHING,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Policies.NONE,
        HandoutSinks.NONE,
        Coverage.NOTHING,
        Environment.NONE,
        List.of());
  }
}
