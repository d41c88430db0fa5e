package dev.ftctl.kinds.transformationproject;

import static dev.ftctl.kinds.transformationproject.ProjectFields.DBT_VERSION;
import static dev.ftctl.kinds.transformationproject.ProjectFields.REMOTE;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Risk;
import java.util.List;

/// What it means that a project is made anew, and what could be done instead.
final class Replacing {

  private static final String WHY = "the project is made anew";
  private static final String KEY =
      "it gets a new deploy key, and nothing runs in it until that is let in";

  private Replacing() {}

  /// The findings with the risk, where they run it.
  static Findings told(Findings findings) {
    List<String> fields =
        findings.fields().stream()
            .filter(change -> change.effect() == FieldChange.Effect.REPLACE)
            .map(change -> change.path().leaf())
            .toList();
    return fields.isEmpty()
        ? findings
        : findings.risking(new RiskFinding(Risk.REPLACE, WHY, instead(fields))).noting(KEY);
  }

  private static String instead(List<String> fields) {
    if (fields.equals(List.of(DBT_VERSION))) {
      return "change the version in Fivetran, and write it down with `ftctl drift --accept`";
    }
    return fields.contains(REMOTE)
        ? "for a second project beside it, describe this one as well"
        : "";
  }
}
