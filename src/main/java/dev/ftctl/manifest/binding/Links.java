package dev.ftctl.manifest.binding;

import dev.ftctl.manifest.expansion.Instances;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Checks references among resources: what is not described, what is to be absent, and circles.
public final class Links {

  /// As many as a message lists.
  private static final int MOST_PLACES = 12;

  private final Problems problems;
  private final Instances instances;
  private final Map<Address, Bound> byAddress = new TreeMap<>();

  private final Set<Address> right;

  /// @param right of those that were found right before, and refer to what they did then
  public Links(Problems problems, Instances instances, List<Bound> bounds, Set<Address> right) {
    this.right = Set.copyOf(right);
    this.problems = problems;
    this.instances = instances;
    bounds.forEach(bound -> byAddress.put(bound.resource().address(), bound));
  }

  public void check() {
    byAddress.values().stream()
        .filter(bound -> !right.contains(bound.resource().address()))
        .forEach(bound -> bound.links().forEach(link -> check(bound, link)));
    refuseCircles();
  }

  private void check(Bound bound, Link link) {
    var report = new Report(problems, bound.draft().document().subject());
    Address target = link.target();
    Bound described = byAddress.get(target);
    if (described == null) {
      undescribed(target, link, report);
    } else if (described.resource().metadata().isAbsent()
        && !bound.resource().metadata().isAbsent()) {
      report.error(
          link.place(),
          "absent-reference",
          "the " + target.kind() + " '" + target.label() + "' is to be absent",
          "refer to another, or remove this");
    }
  }

  private void undescribed(Address target, Link link, Report report) {
    List<Address> siblings = instances.of(target);
    String shown = "'" + target.label() + "'";
    if (!target.instance().isEmpty() && !siblings.isEmpty()) {
      List<String> groups = siblings.stream().map(Address::instance).toList();
      String hint = Near.hint(target.instance(), groups);
      report.error(
          link.place(),
          "unknown-instance",
          "the "
              + target.kind()
              + " '"
              + target.name()
              + "' has no instance in the group '"
              + target.instance()
              + "'",
          hint.isEmpty() ? "it has " + Near.list(groups) : hint);
      return;
    }
    String hint = instances.hint(target.kind(), target.name());
    report.note(
        link.place(),
        "undescribed-reference",
        "no manifest describes the " + target.kind() + " " + shown + "; the account must have it",
        hint);
  }

  /// What is to be absent waits for nothing that manifests say.
  private void refuseCircles() {
    var links = new TreeMap<Address, List<Link>>();
    for (Bound bound : right.isEmpty() ? byAddress.values() : around()) {
      if (!bound.resource().metadata().isAbsent()) {
        links.put(bound.resource().address(), bound.links());
      }
    }
    Circles.in(links).forEach(this::refuse);
  }

  /// What can be on a circle with any that was not found right before: what they wait for, what
  /// that waits for, and so on.
  private Collection<Bound> around() {
    var parts = new HashMap<Address, List<Address>>();
    byAddress.forEach((address, bound) ->
        bound.links().stream()
            .filter(Link::isPart)
            .forEach(link ->
                parts.computeIfAbsent(link.target(), owner -> new ArrayList<>()).add(address)));
    var around = new LinkedHashMap<Address, Bound>();
    var open = new ArrayDeque<Address>(byAddress.keySet());
    open.removeIf(right::contains);
    while (!open.isEmpty()) {
      Address address = open.remove();
      Bound bound = byAddress.get(address);
      if (bound != null && around.putIfAbsent(address, bound) == null) {
        bound.links().forEach(link -> open.add(link.target()));
        open.addAll(parts.getOrDefault(address, List.of()));
      }
    }
    return around.values();
  }

  /// Told where its first member refers to the next, and in full so that the user can choose.
  private void refuse(List<Address> circle) {
    var places = new ArrayList<SourceLocation>();
    for (int i = 0; i < circle.size(); i++) {
      places.add(place(circle.get(i), circle.get((i + 1) % circle.size())));
    }
    Bound first = bound(circle.getFirst());
    String way =
        String.join(" → ", circle.stream().map(Address::toString).toList())
            + " → "
            + circle.getFirst();
    List<String> lines = places.stream().map(SourceLocation::fileAndLine).distinct().toList();
    String others = lines.size() > MOST_PLACES ? ", …" : "";
    new Report(problems, first.draft().document().subject())
        .error(
            places.getFirst(),
            "reference-cycle",
            "references go in a circle: " + way,
            "remove one of them: "
                + String.join(", ", lines.subList(0, Math.min(MOST_PLACES, lines.size())))
                + others);
  }

  /// Where the one refers to the next; an owner waits for its part where the part names it.
  private SourceLocation place(Address from, Address to) {
    return Stream.concat(
            bound(from).links().stream().filter(link -> link.target().equals(to)),
            bound(to).links().stream().filter(link -> link.isPart() && link.target().equals(from)))
        .map(Link::place)
        .findFirst()
        .orElseThrow();
  }

  private Bound bound(Address address) {
    return Objects.requireNonNull(byAddress.get(address));
  }
}
