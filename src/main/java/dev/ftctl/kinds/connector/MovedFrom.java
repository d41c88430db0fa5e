package dev.ftctl.kinds.connector;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// Where a connection was before, as `moved_from: GROUP/SCHEMA` says. The API can move none (group
/// and name are permanent, fivetran-quirks 2.4), so a new one is made in the new place, and the old
/// one is paused as soon as the new one is ready. It stays until a document says `absent`.
record MovedFrom(String group, String schema) {

  static final FieldPath FIELD = FieldPath.of("moved_from");

  static Optional<MovedFrom> of(Resource wanted) {
    String text = wanted.metadata().movedFrom();
    int slash = text.indexOf('/');
    return slash < 1 || slash == text.length() - 1
        ? Optional.empty()
        : Optional.of(new MovedFrom(text.substring(0, slash), text.substring(slash + 1)));
  }

  static List<Problem> check(Resource wanted) {
    String text = wanted.metadata().movedFrom();
    return text.isEmpty() || of(wanted).isPresent()
        ? List.of()
        : List.of(
            Problem.error(
                wanted.place(),
                "cannot-move",
                wanted.address().toString(),
                "says `moved_from: " + text + "`, which is no GROUP/SCHEMA",
                "write the old group and the connection's name there: analytics/orders"));
  }

  /// What the old connection is found by; empty while its group is not there.
  Optional<String> identity(Ids ids) {
    return ids.find(Address.of("group", group))
        .map(id -> ConnectorReader.identity(id.value(), schema));
  }

  /// The findings with what the old connection adds.
  ///
  /// @param isNew whether the connection in the new place has to be created
  Findings judged(Findings findings, Live old, boolean isNew) {
    boolean rests = old.fields().get("paused") instanceof Value.Bool paused && paused.flag();
    Findings judged =
        isNew
            ? findings.risking(
                new RiskFinding(
                    Risk.REPLACE, "moves from " + this + ": historical data is loaded again"))
            : findings;
    return rests
        ? judged.noting(
            (isNew ? "moves" : "moved")
                + " from "
                + this
                + ", which is paused; moved_from can go"
                + (isNew ? " once this was applied" : ""))
        : judged.plusField(
            FieldChange.set(FIELD, Value.text(toString()), Value.text("paused"))
                .worded(toString(), "paused there"));
  }

  static boolean rests(FieldChange change) {
    return change.path().equals(FIELD);
  }

  @Override
  public String toString() {
    return group + "/" + schema;
  }

  /// What was found, judged beside the connection that the document moves, where it moves one.
  static Findings beside(Findings findings, Resource wanted, Live former, boolean isNew) {
    return MovedFrom.of(wanted).map(old -> old.judged(findings, former, isNew)).orElse(findings);
  }
}
