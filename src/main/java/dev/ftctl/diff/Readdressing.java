package dev.ftctl.diff;

import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.facet.Readdressed;
import dev.ftctl.kind.facet.Readdressed.AsSent;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.live.Snapshot;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares what is there without what Fivetran wrote into it for the sake of the way that it goes.
record Readdressing(Snapshot live, Intent intent) {

  Findings compared(KindDefinition definition, Resource wanted, Live there) {
    Optional<Readdressed> facet = definition.readdressed();
    if (facet.isEmpty() || facet.get().wayOf(there).isEmpty()) {
      return definition.compare(wanted, there, live.ids(), intent);
    }
    AsSent sent =
        facet.get().asSent(wanted, there, way(facet.get(), there), live.ids(), intent.isOld());
    Findings findings = definition.compare(wanted, sent.live(), live.ids(), intent);
    for (String note : sent.notes()) {
      findings = findings.noting(note);
    }
    return findings;
  }

  /// As documents and references made it known; nothing is read for it.
  private Optional<Live> way(Readdressed facet, Live there) {
    return Stream.of(live.matched().values(), live.attached().values(), live.unmanaged())
        .flatMap(Collection::stream)
        .filter(one -> one.kind().equals(facet.way()))
        .filter(one -> one.id().value().equals(facet.wayOf(there)))
        .findFirst();
  }
}
