package dev.ftctl.diff;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.live.Snapshot;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import java.util.List;
import java.util.stream.Stream;

/// What the API key that asks may not make, told before anything is sent; and which credentials end
/// with an object.
record Entitlements(Snapshot live) {

  /// The findings of a creation, which is blocked where the key may not make it.
  Findings judged(Findings findings, Resource wanted, KindDefinition definition) {
    return definition
        .entitled()
        .flatMap(facet -> facet.refusal(wanted, listed(definition.slug())))
        .map(findings::failing)
        .orElse(findings);
  }

  private List<Live> listed(String slug) {
    return Stream.concat(live.matched().values().stream(), live.unmanaged().stream())
        .filter(object -> object.kind().equals(slug))
        .toList();
  }

  /// The findings of a deletion.
  static Findings ending(Live there, KindDefinition definition) {
    String ends = definition.guarded().map(facet -> facet.endsWith(there)).orElse("");
    return ends.isEmpty()
        ? Findings.NONE
        : Findings.NONE.risking(RiskFinding.named(Risk.REVOKE, ends));
  }
}
