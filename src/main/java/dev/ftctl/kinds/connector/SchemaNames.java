package dev.ftctl.kinds.connector;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Risk;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;

/// How schemas, tables and columns are called in the destination. The API takes it at creation
/// only; in Fivetran itself it can be chosen until the first sync.
final class SchemaNames {

  static final String FIELD = "destination_schema_names";

  private SchemaNames() {}

  /// What is compared: an answer that doesn't tell it says nothing against what is wanted.
  static Value.Mapping answered(Value.Mapping spec, Value.Mapping live) {
    return live.get(FIELD).isBlank() ? spec.without(FIELD) : spec;
  }

  /// The findings with what another choice comes to, or that nobody sees whether it is one.
  static Findings told(Findings findings, Value.Mapping spec, Value.Mapping live) {
    if (!spec.get(FIELD).isBlank() && live.get(FIELD).isBlank()) {
      return findings.noting(FIELD + " is not told by the account, so nobody compared it");
    }
    boolean isOther =
        findings.fields().stream().map(FieldChange::path).anyMatch(FieldPath.of(FIELD)::equals);
    return isOther
        ? findings.risking(
            new RiskFinding(
                Risk.REPLACE,
                "the connection is made anew: historical data is loaded again",
                live.get("succeeded_at").isBlank()
                    ? "before the first sync change it in Fivetran"
                    : "write what the account has"))
        : findings;
  }
}
