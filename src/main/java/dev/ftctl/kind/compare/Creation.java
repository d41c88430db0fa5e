package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;

/// What a creation sets, and whether the manifest says all that it takes.
public final class Creation {

  private Creation() {}

  /// @param required fields that the API asks for only when it creates
  public static Findings of(FieldTable table, Resource wanted, String... required) {
    Findings findings = Comparison.creation(table, wanted.spec()).findings(wanted.address());
    for (String field : required) {
      if (wanted.spec().get(field).isBlank()) {
        findings = findings.failing(missing(wanted, field));
      }
    }
    return findings;
  }

  private static Problem missing(Resource wanted, String field) {
    return Problem.error(
        wanted.place(),
        "missing-field",
        wanted.address().toString(),
        "is to be created, and says no " + field,
        "add spec." + field + ", or `existing: true` when it is expected to be there already");
  }
}
