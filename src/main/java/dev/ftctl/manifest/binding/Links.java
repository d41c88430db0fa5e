package dev.ftctl.manifest.binding;

import dev.ftctl.manifest.expansion.Instances;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Checks references among resources: what is not described, what is to be absent, and circles.
public final class Links {

  /// As many as a message lists.
  private static final int MOST_PLACES = 12;

  private final Problems problems;
  private final Instances instances;
  private final Map<Address, Bound> byAddress = new TreeMap<>();

  public Links(Problems problems, Instances instances, List<Bound> bounds) {
    this.problems = problems;
    this.instances = instances;
    bounds.forEach(bound -> byAddress.put(bound.resource().address(), bound));
  }

  public void check() {
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

  /// What is to be absent waits for nothing that manifests say.
  private void refuseCircles() {
    var links = new TreeMap<Address, List<Link>>();
    byAddress.forEach((address, bound) -> {
      if (!bound.resource().metadata().isAbsent()) {
        links.put(address, bound.links());
      }
    });
    Circles.in(links).forEach(this::refuse);
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
