package dev.ftctl.drift;

import dev.ftctl.diff.EarlierFindings;
import dev.ftctl.drift.Drift.Side;
import dev.ftctl.drift.Drift.What;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Normalised;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Gap;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a change that apply would make says of the account as it is.
record ChangeReading(KindList kinds, Ids ids, Optional<EarlierFindings> then, Owners owners) {

  /// Of what could not be looked at.
  private static final Set<String> UNREAD =
      Set.of("unreadable", "closed-list", "untold-policy", "may-be-there");

  /// Of what only matters where something is sent.
  private static final String MASKED = "masked-secret";

  private static final String UNCONFIRMED = "not-confirmed";

  List<Drift> drifts(Change change) {
    Subject subject = subject(change);
    return switch (change) {
      case Change.Create create -> missing(create, subject);
      case Change.Update update -> {
        List<Drift> drifts = compared(update, update.live(), subject);
        yield drifts.isEmpty() && update.isMove()
            ? List.of(breach(What.LINGERING, cause(update), subject, "has its former name still"))
            : drifts;
      }
      case Change.Replace replace -> compared(replace, replace.live(), subject);
      case Change.Keep keep -> compared(keep, keep.live(), subject);
      case Change.Gone gone -> List.of();
      case Change.Delete delete ->
          List.of(
              breach(
                  What.LINGERING,
                  then.map(it -> it.wasGoing(delete.address()) ? Cause.DRIFT : Cause.INTENDED)
                      .orElse(Cause.UNKNOWN),
                  subject,
                  delete.reason().startsWith("absent")
                      ? "is in the account, and is to be absent"
                      : delete.reason() + ", and is in the account"));
    };
  }

  /// What of its object could not be looked at.
  List<NotRead> unread(Change change) {
    String address = change.address().toString();
    var unread = new ArrayList<NotRead>();
    for (Problem problem : change.findings().problems()) {
      if (UNREAD.contains(problem.rule())) {
        unread.add(new NotRead(address, problem.message(), false, true));
      } else if (problem.rule().equals(UNCONFIRMED)) {
        unread.add(new NotRead(address, problem.message(), false, false));
      }
    }
    for (Gap gap : change.findings().gaps()) {
      if (gap.isOfProtection() && gap.weight() != Gap.Weight.REFUSED) {
        String why = gap.why().isEmpty() ? "" : ": " + gap.why();
        unread.add(new NotRead(address, gap.element() + " is not held" + why, false, false));
      }
    }
    return unread;
  }

  /// What may be there and could not be read is not missing.
  private List<Drift> missing(Change.Create create, Subject subject) {
    boolean isUnread =
        create.findings().problems().stream().anyMatch(problem -> UNREAD.contains(problem.rule()));
    return isUnread
        ? List.of()
        : List.of(breach(What.MISSING, cause(create), subject, "is not in the account"));
  }

  /// Of an object as a whole: whether it was described before.
  private Cause cause(Change.OfDocument change) {
    return then.map(it -> it.described(change.address()) ? Cause.DRIFT : Cause.INTENDED)
        .orElse(Cause.UNKNOWN);
  }

  private List<Drift> compared(Change.OfDocument change, Live live, Subject subject) {
    var drifts = new ArrayList<Drift>();
    for (FieldChange field : change.findings().fields()) {
      if (field.effect() != FieldChange.Effect.SECRET
          || field.note().startsWith(FieldChange.NOT_SET)) {
        drifts.add(field(change, field, subject));
      }
    }
    for (Problem problem : change.findings().problems()) {
      if (problem.isError() && !UNREAD.contains(problem.rule()) && !problem.rule().equals(MASKED)) {
        drifts.add(breach(What.IMPOSSIBLE, Cause.UNKNOWN, subject, problem.message()));
      }
    }
    drifts.addAll(normalised(change, live, subject));
    return drifts;
  }

  private Drift field(Change.OfDocument change, FieldChange field, Subject subject) {
    String from = field.from().isEmpty() ? field.before().display() : field.from();
    var live = new Side(field.before(), from);
    var now = new Side(field.after(), field.to());
    if (field.effect() == FieldChange.Effect.SECRET) {
      now = Side.of(field.after());
    }
    return new Drift(
        DriftClass.BREAKS,
        then.map(it -> it.cause(change.address(), field)).map(Cause::valueOf).orElse(Cause.UNKNOWN),
        What.FIELD,
        subject,
        field.path(),
        field.written(),
        then.flatMap(it -> it.said(change.address(), field))
            .map(said -> new Side(said.value(), said.shown()))
            .orElse(Side.NONE),
        now,
        live,
        field.effect() == FieldChange.Effect.REPLACE ? "can't be changed back in place" : "");
  }

  private List<Drift> normalised(Change.OfDocument change, Live live, Subject subject) {
    Resource wanted = change.wanted();
    KindDefinition definition = kinds.ofSlug(wanted.address().kind()).definition();
    if (definition.partOf().isPresent()) {
      return List.of();
    }
    Set<FieldPath> differing =
        change.findings().fields().stream().map(FieldChange::path).collect(Collectors.toSet());
    return Normalised.of(definition.fields(wanted.spec()), Initial.left(wanted), live.fields(), ids)
        .stream()
        .filter(field -> differing.stream().noneMatch(field.path()::startsWith))
        .map(field ->
            new Drift(
                DriftClass.NORMALISED,
                Cause.UNKNOWN,
                What.FIELD,
                subject,
                field.path(),
                field.written(),
                Side.NONE,
                Side.of(field.after()),
                Side.of(field.before()),
                ""))
        .toList();
  }

  private static Drift breach(What what, Cause cause, Subject subject, String note) {
    return Differing.whole(DriftClass.BREAKS, cause, what, subject, note);
  }

  private Subject subject(Change change) {
    return new Subject(
        change.address(),
        "",
        change.place(),
        change instanceof Change.OfDocument document
            ? owners.of(document.wanted())
            : owners.of(change.place()));
  }
}
