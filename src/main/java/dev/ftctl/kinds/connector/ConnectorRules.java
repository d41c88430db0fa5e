package dev.ftctl.kinds.connector;

import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.attached.ExternalSecrets;
import dev.ftctl.kind.pairing.AsksFor;
import dev.ftctl.kind.pairing.CountsWith;
import dev.ftctl.kind.pairing.Networks;
import dev.ftctl.kind.pairing.Pairing;
import dev.ftctl.kind.pairing.Schedules;
import dev.ftctl.kind.setuptest.TrustedKeys;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What no table says of a connector, checked offline.
final class ConnectorRules {

  private static final FieldPath SENSITIVITY = FieldPath.of("data_delay_sensitivity");

  private ConnectorRules() {}

  static List<Problem> check(Resource wanted, ConnectorTable table) {
    var problems = new ArrayList<Problem>();
    Optional<ServiceFacts> facts = table.facts(wanted.spec());
    Value.Mapping spec = DestinationSchema.inConfig(facts, wanted.spec());
    if (facts.isPresent() && !wanted.metadata().isAbsent() || spec.get("id").isAbsent()) {
      named(wanted, spec.mapping(ConnectorTable.CONFIG), facts).ifPresent(problems::add);
    }
    problems.addAll(DestinationSchema.check(wanted, facts));
    problems.addAll(MovedFrom.check(wanted));
    problems.addAll(TrustedKeys.check(wanted));
    problems.addAll(ExternalSecrets.check(wanted, facts, table::servicesWithExternalSecrets));
    problems.addAll(Pairing.check(pairings(facts), spec, subject(wanted)));
    Value said = spec.get("daily_sync_time");
    String time = said.asText();
    if (!time.isEmpty() && !time.matches("([01][0-9]|2[0-3]):00")) {
      problems.add(
          Problem.error(
              said.origin().place(),
              "wrong-time",
              subject(wanted),
              "daily_sync_time is " + shown(said) + ", and Fivetran takes full hours",
              "write it as \"14:00\", from 00:00 to 23:00"));
    }
    return problems;
  }

  private static String shown(Value time) {
    return time.origin().printsAsSource() ? time.display() : "'" + time.asText() + "'";
  }

  private static List<Pairing> pairings(Optional<ServiceFacts> facts) {
    boolean tunnels = facts.filter(known -> known.config().containsKey("tunnel_host")).isPresent();
    var rules = new ArrayList<Pairing>();
    rules.add(
        CountsWith.of(FieldPath.of("daily_sync_time"), FieldPath.of("sync_frequency"), "1440"));
    rules.add(
        CountsWith.of(FieldPath.of("data_delay_threshold"), SENSITIVITY, "CUSTOM")
            .unlessNeutral("0"));
    rules.add(AsksFor.of(SENSITIVITY, "CUSTOM", FieldPath.of("data_delay_threshold")));
    rules.addAll(Schedules.rules());
    rules.addAll(Networks.rules(tunnels));
    return rules;
  }

  private static Optional<Problem> named(
      Resource wanted, Value.Mapping config, Optional<ServiceFacts> facts) {
    if (Naming.schemaName(facts, config).isPresent() || wanted.spec().get("service").isAbsent()) {
      return Optional.empty();
    }
    boolean isNeutral = DestinationSchema.isWritten(wanted.spec());
    return Optional.of(
        Problem.error(
            wanted.spec().placeOf(isNeutral ? DestinationSchema.FIELD : ConnectorTable.CONFIG),
            "unnamed-connection",
            subject(wanted),
            "service '"
                + wanted.spec().text("service")
                + "' names its connection by "
                + (isNeutral
                    ? DestinationSchema.needed(facts, wanted.spec())
                    : Naming.needed(facts))
                + ", which is missing",
            "add it; it is permanent once the connection exists"));
  }

  /// Said of a creation, since nobody should begin to sync by leaving a word out.
  static Problem pausedMissing(Resource wanted) {
    return Problem.error(
        wanted.place(),
        "paused-missing",
        wanted.address().toString(),
        "has to be created, and its manifest does not say `paused`",
        "write `paused: false` to have it sync once it is set up, or `paused: true`;"
            + " `defaults:` in ftctl.yaml can say it for all");
  }

  private static String subject(Resource wanted) {
    return "connector " + wanted.metadata().name();
  }
}
