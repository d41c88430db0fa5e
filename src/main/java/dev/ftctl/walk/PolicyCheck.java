package dev.ftctl.walk;

import dev.ftctl.impact.Impacts;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The project's policies, asked.
///
/// @param now that rules about time look at
public record PolicyCheck(Desired desired, KindList kinds, Instant now) {

  /// What can be told of the manifests alone.
  public PolicyFindings offline() {
    return findings(Map.of(), List.of(), Impacts.NONE);
  }

  /// @param whole with everything that is known of the account
  /// @param part what of it is to be carried out
  /// @param impacts what depends on its changes
  public PolicyFindings of(Plan whole, Plan part, Impacts impacts) {
    var live = new HashMap<Address, Value.Mapping>();
    whole.changes().stream().map(PlannedChange::change).forEach(change -> note(change, live));
    return findings(live, part.changes().stream().map(PlannedChange::change).toList(), impacts);
  }

  private PolicyFindings findings(
      Map<Address, Value.Mapping> live, List<Change> changes, Impacts impacts) {
    return new PolicyFindings(
        desired
            .project()
            .policies()
            .judge(
                desired.resources(),
                live,
                changes,
                address -> impacts.of(address).facts(),
                kinds,
                now),
        desired.sources());
  }

  private static void note(Change change, Map<Address, Value.Mapping> live) {
    switch (change) {
      case Change.Update update -> live.put(update.address(), update.live().fields());
      case Change.Keep keep -> live.put(keep.address(), keep.live().fields());
      case Change.Create create -> {}
      case Change.Replace replace -> {}
      case Change.Delete delete -> {}
      case Change.Gone gone -> {}
    }
  }
}
