package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Vetted;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the account about changes that it may be known to refuse, so that a plan says it. What does
/// not change is not asked about.
public record Vetting(KindList kinds, Desired desired, Snapshot live) {

  /// Asks the account, which is opened elsewhere.
  @FunctionalInterface
  public interface Asking {

    /// @param changes of the kind
    List<Problem> of(Vetted facet, List<Change> changes, Vetted.Known known);
  }

  /// What is to be told of changes that can be carried out all the same.
  ///
  /// @throws ManifestException with everything when something can't be carried out
  public List<Problem> warnings(Diff diff, Asking asking) {
    var problems = new ArrayList<Problem>();
    for (Kind kind : kinds.kinds()) {
      kind.definition()
          .vetted()
          .ifPresent(
              facet -> problems.addAll(wrong(facet, kind.definition().slug(), diff, asking)));
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      throw new ManifestException(problems, desired.sources());
    }
    return problems;
  }

  private List<Problem> wrong(Vetted facet, String slug, Diff diff, Asking asking) {
    List<Change> changes =
        diff.changes().stream().filter(change -> change.address().kind().equals(slug)).toList();
    return changes.isEmpty() ? List.of() : asking.of(facet, changes, known());
  }

  private Vetted.Known known() {
    Map<Address, Resource> wanted = new HashMap<>();
    desired.outlined().forEach(resource -> wanted.put(resource.address(), resource));
    return new Known(wanted, live);
  }

  private record Known(Map<Address, Resource> described, Snapshot live) implements Vetted.Known {

    @Override
    public Optional<Resource> wanted(Address address) {
      return Optional.ofNullable(described.get(address));
    }

    @Override
    public Optional<Live> live(Address address) {
      return live.find(address).or(() -> unmanaged(address));
    }

    private Optional<Live> unmanaged(Address address) {
      return ids()
          .find(address)
          .flatMap(id ->
              live.unmanaged().stream()
                  .filter(other -> other.kind().equals(address.kind()) && other.id().equals(id))
                  .findFirst());
    }

    @Override
    public Ids ids() {
      return live.ids();
    }
  }
}
