package dev.ftctl.live;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the account holds, as far as a scope asked.
///
/// @param matched the live objects of wanted resources, in detail, and those of dropped ones
/// @param former the live objects that `moved_from` names, in detail
/// @param unmanaged listed objects that no resource matched, and the parts that the scope explores;
///   as far in detail as it does
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

  /// Reads what the scope asks for, many requests at a time: lists, then who is who, then details.
  ///
  /// @param observer sees how far it is
  /// @throws dev.ftctl.model.problem.ApiException when a list or a detail that is needed can't be
  ///   read: never a part of an account for the whole
  public static Snapshot take(
      Account account, KindList kinds, ReadScope scope, ReadingObserver observer) {
    var parallel = new Parallel(observer);
    Matching matching = Matching.of(kinds, Lists.of(account, kinds, scope).read(parallel), scope);
    return new Details(account, kinds, scope, parallel).of(matching);
  }

  public Optional<Live> find(Address address) {
    return Optional.ofNullable(matched.get(address));
  }
}
