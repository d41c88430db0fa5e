package dev.ftctl.kinds.transformation;

import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Pausing;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;

/// What differs between a transformation and the one of the account.
final class TransformationFindings {

  private static final FieldPath SCHEDULE = FieldPath.of(RunTimes.FIELD);
  private static final FieldPath TYPE = FieldPath.of(RunTimes.FIELD, RunTimes.TYPE);
  private static final FieldPath STEPS =
      FieldPath.of(TransformationType.CONFIG, TransformationType.STEPS);

  private TransformationFindings() {}

  static Findings of(FieldTable table, Resource wanted, Live live, Ids ids) {
    Value.Mapping spec = Initial.left(wanted);
    Findings findings =
        Comparison.between(table, spec, live.fields(), ids).findings(wanted.address());
    Findings whole = ofOtherTimes(findings, spec, live, ids);
    return upgradable(Pausing.found(inOrder(whole, spec, live)), live);
  }

  /// A schedule of another type is told, sent and accepted as one: its members mean nothing beside
  /// those of the other.
  private static Findings ofOtherTimes(Findings findings, Value.Mapping spec, Live live, Ids ids) {
    if (findings.fields().stream().noneMatch(change -> change.path().equals(TYPE))) {
      return findings;
    }
    Value.Mapping before = RunTimes.told(live.fields().mapping(RunTimes.FIELD), ids);
    Value.Mapping after = RunTimes.afterwards(before, spec.mapping(RunTimes.FIELD));
    List<FieldChange> others =
        findings.fields().stream().filter(change -> !change.path().startsWith(SCHEDULE)).toList();
    return findings
        .withFields(others)
        .plusField(
            FieldChange.set(SCHEDULE, before, after)
                .worded(RunTimes.shown(before), RunTimes.shown(after)));
  }

  /// Lists of objects compare as sets; the order of steps is that of their runs.
  private static Findings inOrder(Findings findings, Value.Mapping spec, Live live) {
    boolean isTold = findings.fields().stream().anyMatch(change -> change.path().startsWith(STEPS));
    Value before = live.fields().at(STEPS);
    Value after = spec.at(STEPS);
    return isTold || after.isBlank() || texts(before).equals(texts(after))
        ? findings
        : findings.plusField(FieldChange.set(STEPS, before, after));
  }

  private static List<List<String>> texts(Value steps) {
    return Shape.elements(steps).stream()
        .map(step ->
            step instanceof Value.Mapping one
                ? List.of(one.text("name"), one.text("command"))
                : List.of(step.asText()))
        .toList();
  }

  private static Findings upgradable(Findings findings, Live live) {
    Value offered = live.fields().mapping(TransformationType.CONFIG).get("upgrade_available");
    return offered instanceof Value.Bool offer && offer.flag()
        ? findings.noting(
            "its package has a newer version: ftctl transformation upgrade " + live.id())
        : findings;
  }
}
