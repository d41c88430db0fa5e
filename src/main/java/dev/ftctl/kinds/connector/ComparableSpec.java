package dev.ftctl.kinds.connector;

import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.pairing.Networks;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.Optional;

/// What of a connector's spec is compared with the live connection.
final class ComparableSpec {

  private ComparableSpec() {}

  /// Without what is left to others after creation, and without what the server does not tell: how
  /// schemas are called, of older connections; `daily_sync_time`, which comes back only with a
  /// frequency of a day (fivetran-quirks Q21).
  static Value.Mapping of(Resource wanted, Live live, Optional<ServiceFacts> facts) {
    Value.Mapping spec =
        SchemaNames.answered(
            Naming.unanswered(facts, Initial.left(wanted), live.fields()), live.fields());
    if (Activation.isToBeFinished(wanted, live)) {
      spec = spec.with("paused", wanted.spec().get("paused"));
    }
    String frequency =
        spec.get("sync_frequency").isAbsent()
            ? live.fields().text("sync_frequency")
            : spec.text("sync_frequency");
    return Networks.leavingTunnel(
        frequency.equals("1440") ? spec : spec.without("daily_sync_time"), live.fields());
  }
}
