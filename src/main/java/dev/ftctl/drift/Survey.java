package dev.ftctl.drift;

import dev.ftctl.diff.Diff;
import dev.ftctl.diff.EarlierFindings;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Everything in which account and manifests differ, whatever was told of it before.
///
/// @param drifts by kind, address and path; none of the class *new*, which only a memory can tell
/// @param parts the schema configurations, for telling what is new in them
/// @param unread sorted
public record Survey(List<Drift> drifts, List<FoundPart> parts, List<NotRead> unread) {

  public Survey {
    drifts = List.copyOf(drifts);
    parts = List.copyOf(parts);
    unread = List.copyOf(unread);
  }

  /// Whether every object that the manifests describe could be read.
  public boolean isComplete() {
    return unread.stream().noneMatch(NotRead::isWhole);
  }

  /// Pure: reads nothing.
  ///
  /// @param then what an earlier revision said; empty where none is to tell
  public static Survey of(
      Diff diff,
      Snapshot live,
      Desired desired,
      Optional<EarlierFindings> then,
      KindList kinds,
      Owners owners) {
    var drifts = new ArrayList<Drift>();
    var unread = new ArrayList<NotRead>();
    var reading = new ChangeReading(kinds, diff.ids(), then, owners);
    for (Change change : diff.changes()) {
      boolean isOfMissing = PartSurvey.isOfMissing(change, diff, kinds);
      if (!diff.needed().contains(change.address()) && !isOfMissing) {
        drifts.addAll(reading.drifts(change));
        unread.addAll(reading.unread(change));
      }
    }
    List<FoundPart> parts = new PartSurvey(diff, live, desired, kinds, owners).parts();
    parts.forEach(part -> drifts.addAll(PartSurvey.deviations(part)));
    if (!desired.isNarrowed()) {
      diff.unmanaged().stream()
          .filter(Live::isOurs)
          .forEach(other -> drifts.add(undescribed(other, live, kinds)));
    }
    unread.addAll(unread(live, kinds));
    drifts.sort(
        Comparator.comparingInt((Drift drift) -> kinds.orderOf(drift.subject().address().kind()))
            .thenComparing(drift -> drift.subject().address())
            .thenComparing(Drift::written));
    unread.sort(Comparator.comparing(NotRead::isKind).thenComparing(NotRead::what));
    return new Survey(drifts, parts, unread);
  }

  /// Of what no document describes.
  private static List<NotRead> unread(Snapshot live, KindList kinds) {
    var unread = new ArrayList<NotRead>();
    live.unread().others().stream()
        .filter(one -> kinds.ofSlug(one.live().kind()).definition().partOf().isPresent())
        .forEach(one ->
            unread.add(
                new NotRead(
                    PartSurvey.address(one.live(), live, kinds).toString(),
                    one.failure().toString(),
                    false,
                    true)));
    live.unread()
        .closed()
        .forEach((slug, failure) -> {
          String why =
              failure.isDenied() ? "the key may not see the list" : "the account has no such list";
          unread.add(new NotRead(slug, why, true, false));
        });
    return unread;
  }

  private static Drift undescribed(Live other, Snapshot live, KindList kinds) {
    KindDefinition definition = kinds.ofSlug(other.kind()).definition();
    Address address = live.addressOf(other, definition);
    var subject = new Subject(address, other.id().value(), SourceLocation.NONE, List.of());
    return Differing.whole(
        DriftClass.UNMANAGED,
        Cause.UNKNOWN,
        Drift.What.UNDESCRIBED,
        subject,
        "no manifest describes it");
  }
}
