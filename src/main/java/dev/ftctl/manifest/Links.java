package dev.ftctl.manifest;

import dev.ftctl.model.Address;
import dev.ftctl.model.Near;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Checks references among resources: what is not described, what is to be absent, and circles.
final class Links {

  private final Problems problems;
  private final Instances instances;
  private final Map<Address, Bound> byAddress = new TreeMap<>();

  Links(Problems problems, Instances instances, List<Bound> bounds) {
    this.problems = problems;
    this.instances = instances;
    bounds.forEach(bound -> byAddress.put(bound.resource().address(), bound));
  }

  void check() {
    byAddress.values().forEach(bound -> bound.links().forEach(link -> check(bound, link)));
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

  /// Takes away, again and again, what refers to nothing that is left. Whatever remains stands on a
  /// circle or leads into one.
  private void refuseCircles() {
    var waiting = new HashMap<Address, Integer>();
    var users = new HashMap<Address, List<Address>>();
    var free = new ArrayDeque<Address>();
    byAddress.forEach((address, bound) -> {
      List<Address> targets = targets(bound);
      waiting.put(address, targets.size());
      targets.forEach(
          target -> users.computeIfAbsent(target, key -> new ArrayList<>()).add(address));
      if (targets.isEmpty()) {
        free.add(address);
      }
    });
    while (!free.isEmpty()) {
      Address done = free.remove();
      waiting.remove(done);
      for (Address user : users.getOrDefault(done, List.of())) {
        if (waiting.merge(user, -1, Integer::sum) == 0) {
          free.add(user);
        }
      }
    }
    var left = new ArrayList<>(new java.util.TreeSet<>(waiting.keySet()));
    while (!left.isEmpty()) {
      left.removeAll(circle(left.getFirst(), waiting));
    }
  }

  /// Walks along references until one comes back, reports that circle, and returns all that was
  /// walked.
  private List<Address> circle(Address start, Map<Address, Integer> waiting) {
    var way = new ArrayList<Address>();
    Address here = start;
    while (!way.contains(here)) {
      way.add(here);
      Optional<Address> next =
          targets(bound(here)).stream().filter(waiting::containsKey).findFirst();
      if (next.isEmpty()) {
        return way;
      }
      here = next.get();
    }
    List<Address> circle = new ArrayList<>(way.subList(way.indexOf(here), way.size()));
    report(circle);
    return way;
  }

  private void report(List<Address> circle) {
    // Told from its smallest member, so that the message does not depend on where the walk began.
    Address first = circle.stream().min(Address::compareTo).orElseThrow();
    java.util.Collections.rotate(circle, -circle.indexOf(first));
    Bound bound = bound(first);
    Address next = circle.size() > 1 ? circle.get(1) : first;
    Link link =
        bound.links().stream().filter(one -> one.target().equals(next)).findFirst().orElseThrow();
    String way =
        String.join(" → ", circle.stream().map(Address::toString).toList()) + " → " + first;
    new Report(problems, bound.draft().document().subject())
        .error(
            link.place(),
            "reference-cycle",
            "references go in a circle: " + way,
            "remove one of them");
  }

  private Bound bound(Address address) {
    return java.util.Objects.requireNonNull(byAddress.get(address));
  }

  private List<Address> targets(Bound bound) {
    return bound.links().stream()
        .map(Link::target)
        .filter(byAddress::containsKey)
        .distinct()
        .toList();
  }
}
