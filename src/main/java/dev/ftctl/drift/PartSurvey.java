package dev.ftctl.drift;

import dev.ftctl.diff.Diff;
import dev.ftctl.drift.Drift.Side;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.References;
import dev.ftctl.kind.finding.LiveElement;
import dev.ftctl.live.Snapshot;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks into the parts of described objects (schema settings), those too that no document
/// describes.
record PartSurvey(Diff diff, Snapshot live, Desired desired, KindList kinds, Owners owners) {

  /// Whether it is a part of something that is not there either.
  static boolean isOfMissing(Change change, Diff diff, KindList kinds) {
    return change instanceof Change.Create create
        && References.ownerOf(create.wanted(), kinds.ofSlug(change.address().kind()).definition())
            .filter(owner -> diff.ids().find(owner).isEmpty())
            .isPresent();
  }

  /// In the order of their addresses.
  List<FoundPart> parts() {
    var parts = new ArrayList<FoundPart>();
    for (Change change : diff.changes()) {
      KindDefinition definition = kinds.ofSlug(change.address().kind()).definition();
      Optional<PartOf> part = definition.partOf();
      Optional<Live> there = live.find(change.address());
      if (part.isPresent()
          && there.isPresent()
          && change instanceof Change.OfDocument document
          && !diff.needed().contains(change.address())
          && !live.unread().wanted().containsKey(change.address())) {
        Resource wanted = document.wanted();
        parts.add(
            new FoundPart(
                new Subject(wanted.address(), "", wanted.place(), owners.of(wanted)),
                there.get().id().value(),
                part.get().found(Optional.of(wanted), there.get().fields())));
      }
    }
    undescribed(parts);
    return parts;
  }

  private void undescribed(List<FoundPart> parts) {
    Map<Address, Resource> described = new HashMap<>();
    desired.planned().forEach(resource -> described.put(resource.address(), resource));
    for (Live other : live.unmanaged()) {
      KindDefinition definition = kinds.ofSlug(other.kind()).definition();
      Optional<PartOf> part = definition.partOf();
      if (part.isPresent()) {
        ownerOf(other, part.get(), live)
            .map(described::get)
            .ifPresent(owner ->
                parts.add(
                    new FoundPart(
                        new Subject(
                            address(other, live, kinds), "", owner.place(), owners.of(owner)),
                        other.id().value(),
                        part.get().found(Optional.empty(), other.fields()))));
      }
    }
  }

  /// What a part that no document describes goes by: like its owner.
  static Address address(Live part, Snapshot live, KindList kinds) {
    return kinds
        .ofSlug(part.kind())
        .definition()
        .partOf()
        .flatMap(facet -> ownerOf(part, facet, live))
        .map(owner -> Address.of(part.kind(), owner.name()).inGroup(owner.instance()))
        .orElseGet(() -> Address.of(part.kind(), part.label()));
  }

  private static Optional<Address> ownerOf(Live part, PartOf facet, Snapshot live) {
    return live.ids().nameOf(facet.owner(), part.id().value());
  }

  /// What is set otherwise than the policy leaves it, and no line says.
  static List<Drift> deviations(FoundPart part) {
    return part.elements().stream()
        .filter(LiveElement::isDeviating)
        .map(element -> element(DriftClass.UNMANAGED, part, element, deviation(element)))
        .toList();
  }

  /// An element as a difference.
  static Drift element(DriftClass sort, FoundPart part, LiveElement element, String note) {
    boolean isSwitch = element.written().leaf().equals("enabled");
    Value value = Value.bool(isSwitch ? element.isEnabled() : element.isHashed());
    String switched = element.isEnabled() ? "enabled" : "excluded";
    return new Drift(
        sort,
        Cause.UNKNOWN,
        Drift.What.FIELD,
        part.subject(),
        new FieldPath(element.path()),
        element.written(),
        Side.NONE,
        Side.NONE,
        new Side(value, isSwitch ? switched : "hashed"),
        note);
  }

  private static String deviation(LiveElement element) {
    if (!element.written().leaf().equals("enabled")) {
      return "no line says so";
    }
    return element.deviation()
        + " leaves it "
        + (element.isEnabled() ? "excluded" : "enabled")
        + ", and no line says otherwise";
  }
}
