package dev.ftctl.diff;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;

/// Names where a value comes from that the document of a change does not say itself: `defaults:`, a
/// template, an overlay, a row of a CSV file. Who reads the plan looks at the document first, and
/// would not find it there.
final class Provenance {

  private static final String ROW = "csv:";

  private Provenance() {}

  static Findings told(Findings findings, Resource wanted) {
    return findings.withFields(
        findings.fields().stream().map(field -> told(field, wanted.place())).toList());
  }

  private static FieldChange told(FieldChange field, SourceLocation document) {
    Origin origin = field.after().origin();
    if (origin.source().startsWith(ROW)) {
      return field.noting("from " + origin.source().substring(ROW.length()));
    }
    SourceLocation place = origin.place();
    boolean isElsewhere =
        place.isKnown()
            && document.isKnown()
            && (!place.file().equals(document.file()) || place.line() < document.line());
    return isElsewhere ? field.noting("from " + place.fileAndLine()) : field;
  }
}
