package dev.ftctl.diff;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.facet.Entitled;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the API key that asks may not make, told before anything is sent; and which credentials end
/// with an object.
final class Entitlements {
  private final Snapshot live;
  private final Desired desired;
  private @Nullable Map<Address, Resource> described;

  Entitlements(Snapshot live, Desired desired) {
    this.live = live;
    this.desired = desired;
  }

  /// The findings of a creation, which is blocked where the key may not make it.
  Findings judged(Findings findings, Resource wanted, KindDefinition definition) {
    return definition
        .entitled()
        .flatMap(facet -> facet.refusal(wanted, new Entitled.Found(listed(), this::known)))
        .map(findings::failing)
        .orElse(findings);
  }

  private List<Live> listed() {
    return Stream.concat(live.matched().values().stream(), live.unmanaged().stream()).toList();
  }

  private Optional<Value.Mapping> known(Value named) {
    if (!(named instanceof Value.Reference reference)) {
      return Optional.empty();
    }
    Resource document = described().get(reference.target());
    return document != null && live.find(reference.target()).isEmpty()
        ? Optional.of(document.spec())
        : live.ids()
            .find(reference.target())
            .flatMap(id ->
                listed().stream()
                    .filter(one -> one.kind().equals(reference.target().kind()))
                    .filter(one -> one.id().equals(id))
                    .findFirst())
            .map(Live::fields);
  }

  /// All that is described, once a key's owner is asked for: few runs do, and a narrowed one has
  /// not read the rest of the manifests yet.
  private Map<Address, Resource> described() {
    Map<Address, Resource> known = described;
    if (known == null) {
      known =
          desired.resources().stream()
              .collect(
                  Collectors.toMap(Resource::address, Function.identity(), (one, other) -> one));
      described = known;
    }
    return known;
  }

  /// The findings of a deletion, with the credentials that end.
  static Findings ending(Findings findings, Live there, KindDefinition definition) {
    String ends = definition.guarded().map(facet -> facet.endsWith(there)).orElse("");
    return ends.isEmpty() ? findings : findings.risking(RiskFinding.named(Risk.REVOKE, ends));
  }
}
