package dev.ftctl.live;

import dev.ftctl.model.Address;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the account holds, as far as a scope asked.
///
/// @param matched the live objects of wanted resources, in detail
/// @param former the live objects that `moved_from` names, in detail
/// @param undescribed listed objects that no wanted resource matched
/// @param ids of all of them
/// @param problems two live objects for one resource, two resources for one object
public record Snapshot(
    Map<Address, Live> matched, Map<Address, Live> former, List<Live> undescribed, Ids ids, List<Problem> problems) {

  public Snapshot {
    matched = Map.copyOf(matched);
    former = Map.copyOf(former);
    undescribed = List.copyOf(undescribed);
    problems = List.copyOf(problems);
  }

  public Optional<Live> find(Address address) {
    return Optional.ofNullable(matched.get(address));
  }
}
