package dev.ftctl.manifest.binding;

import dev.ftctl.kind.facet.Belonging;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says of what belongs to the one resource that names it which one that is.
///
/// @param problems gets what two name
/// @param isWhole whether every document could be read, so that what names one is known
public record Belongings(Problems problems, boolean isWhole) {

  public List<Bound> told(List<Bound> bounds) {
    if (bounds.stream().allMatch(bound -> bound.draft().kind().belonging().isEmpty())) {
      return bounds;
    }
    Map<Address, List<Bound>> users = new HashMap<>();
    bounds.forEach(bound ->
        bound.links().stream()
            .map(Link::target)
            .distinct()
            .forEach(target -> users.computeIfAbsent(target, one -> new ArrayList<>()).add(bound)));
    return bounds.stream()
        .map(bound -> told(bound, users.getOrDefault(bound.resource().address(), List.of())))
        .toList();
  }

  private Bound told(Bound bound, List<Bound> naming) {
    return bound.draft().kind().belonging().map(facet -> told(facet, bound, naming)).orElse(bound);
  }

  private Bound told(Belonging facet, Bound bound, List<Bound> naming) {
    List<Bound> users =
        naming.stream()
            .filter(user -> user.resource().address().kind().equals(facet.user()))
            .toList();
    refuseSecond(bound, users);
    refuseUnknown(bound, users);
    Resource resource = bound.resource();
    Value.Mapping spec = resource.spec().without(facet.userField());
    Value.Mapping whole =
        users.isEmpty()
            ? spec
            : spec.with(
                facet.userField(),
                new Value.Reference(users.getFirst().resource().address(), Origin.LIVE));
    return new Bound(
        new Resource(resource.address(), resource.metadata(), whole, resource.place()),
        bound.links(),
        bound.draft(),
        bound.unsettled());
  }

  /// Documents of different environments never meet.
  private void refuseSecond(Bound bound, List<Bound> users) {
    for (int at = 1; at < users.size(); at++) {
      Bound second = users.get(at);
      users.subList(0, at).stream()
          .filter(first -> Twins.areTogether(first, second))
          .findFirst()
          .ifPresent(first -> refuse(bound, first.resource(), second.resource()));
    }
  }

  /// What is to go is known by nothing else than what names it, and what is to be made is used by
  /// nothing else.
  private void refuseUnknown(Bound bound, List<Bound> users) {
    Resource resource = bound.resource();
    boolean isKnown = !users.isEmpty() || !resource.spec().get("id").isBlank();
    if (!isWhole || isKnown) {
      return;
    }
    var report = new Report(problems, bound.draft().document().subject());
    if (resource.metadata().isAbsent()) {
      report.error(
          resource.place(),
          "unnamed-object",
          "is to be absent, and nothing names it: the account keeps no name, so nobody can tell"
              + " which one is meant",
          "leave its name where it is used until both are gone, or write its id: spec: {id: …}");
    } else {
      report.warning(
          resource.place(),
          "unnamed-object",
          "no document names it, so nothing uses what is made",
          "name it where it is to be used, or take it out");
    }
  }

  private void refuse(Bound bound, Resource first, Resource second) {
    new Report(problems, bound.draft().document().subject())
        .error(
            bound.resource().place(),
            "named-twice",
            bound.resource().address()
                + " is named by "
                + first.address()
                + " in "
                + first.place().fileAndLine()
                + " and by "
                + second.address()
                + " in "
                + second.place().fileAndLine()
                + ", and can belong to one only",
            "write a second document of the same file for the other");
  }
}
