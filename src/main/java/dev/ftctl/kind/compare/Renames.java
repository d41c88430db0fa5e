package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `moved_from` means to kinds whose identity holds a field that a PATCH can change, and to
/// those where none can.
public final class Renames {

  private Renames() {}

  /// The earlier name that the document gives.
  public static Optional<String> from(Resource wanted) {
    String former = wanted.metadata().movedFrom();
    return former.isEmpty() ? Optional.empty() : Optional.of(former);
  }

  /// The findings with the identity's field in front when the live one still has the earlier.
  public static Findings found(Findings findings, String field, Value wanted, Live live) {
    Value before = live.fields().get(field);
    if (wanted.isBlank() || wanted.asText().equals(before.asText())) {
      return findings;
    }
    var changes = new ArrayList<FieldChange>();
    changes.add(FieldChange.set(FieldPath.of(field), before, wanted));
    changes.addAll(findings.fields());
    return findings.withFields(changes);
  }

  /// The problem of a document that says `moved_from` although its kind can't move.
  public static List<Problem> refused(Resource wanted, String why) {
    return from(wanted).stream()
        .map(former ->
            Problem.error(
                wanted.place(),
                "cannot-move",
                wanted.address().toString(),
                "says `moved_from: " + former + "`, but " + why,
                "take `moved_from` out"))
        .toList();
  }
}
