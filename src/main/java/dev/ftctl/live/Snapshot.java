package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Address;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Problem;
import dev.ftctl.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the account holds, as far as a scope asked.
///
/// @param matched the live objects of wanted resources, in detail
/// @param former the live objects that `moved_from` names, in detail
/// @param unmanaged listed objects that no wanted resource matched
/// @param ids of all of them
/// @param problems two live objects for one resource, two resources for one object
public record Snapshot(
    Map<Address, Live> matched,
    Map<Address, Live> former,
    List<Live> unmanaged,
    Ids ids,
    List<Problem> problems) {

  public Snapshot {
    matched = Map.copyOf(matched);
    former = Map.copyOf(former);
    unmanaged = List.copyOf(unmanaged);
    problems = List.copyOf(problems);
  }

  /// Reads what the scope asks for, many requests at a time.
  ///
  /// @param observer sees how far it is
  /// @throws dev.ftctl.model.ApiException when a list or a detail that is needed can't be read:
  ///   never a part of an account for the whole
  public static Snapshot take(
      Account account, KindList kinds, Scope scope, ReadingObserver observer) {
    return new SnapshotReading(account, kinds, scope, observer).read();
  }

  public Optional<Live> find(Address address) {
    return Optional.ofNullable(matched.get(address));
  }
}
