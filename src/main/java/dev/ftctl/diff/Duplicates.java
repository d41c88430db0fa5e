package dev.ftctl.diff;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.Lookalikes;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.live.Snapshot;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.problem.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Creations beside what looks like the same object and is described nowhere. What lies about is
/// filed once for each kind, when the first creation of it asks. For one thread.
final class Duplicates {

  private static final int NAMED = 3;

  private final Snapshot live;
  private final UnmanagedObjects unmanaged;
  private final Map<String, Lookalikes.Finder> finders = new HashMap<>();
  private final Map<String, Lookalikes.Finder> roughFinders = new HashMap<>();

  Duplicates(Snapshot live, UnmanagedObjects unmanaged) {
    this.live = live;
    this.unmanaged = unmanaged;
  }

  /// The findings of a creation with the risk `duplicate` where it runs that.
  Findings judged(Findings findings, Resource wanted, KindDefinition definition) {
    return definition
        .lookalikes()
        .map(facet -> {
          List<Live> alike = alike(wanted, definition, facet);
          return alike.isEmpty() ? findings : findings.risking(risk(alike, definition, facet));
        })
        .orElse(findings);
  }

  /// What is described is asked for only where anything at all looks like it.
  private List<Live> alike(Resource wanted, KindDefinition definition, Lookalikes facet) {
    return rough(definition, facet).alike(wanted, live.ids(), 1).isEmpty()
        ? List.of()
        : finder(definition, facet).alike(wanted, live.ids(), NAMED);
  }

  private RiskFinding risk(List<Live> alike, KindDefinition definition, Lookalikes facet) {
    List<String> names =
        alike.stream().map(other -> live.addressOf(other, definition).toString()).toList();
    String first = names.getFirst();
    String why =
        switch (names.size()) {
          case 1 -> first + " looks like the same " + facet.noun();
          case 2 -> first + " and " + names.get(1) + " look like the same " + facet.noun();
          default -> first + ", " + names.get(1) + " and others look like the same " + facet.noun();
        };
    return new RiskFinding(Risk.DUPLICATE, why, facet.insteadOf(alike, live.ids()));
  }

  private Lookalikes.Finder finder(KindDefinition definition, Lookalikes facet) {
    return finders.computeIfAbsent(
        definition.slug(), slug -> facet.among(others(slug, unmanaged.all())));
  }

  /// Among what no planned document describes.
  private Lookalikes.Finder rough(KindDefinition definition, Lookalikes facet) {
    return roughFinders.computeIfAbsent(
        definition.slug(), slug -> facet.among(others(slug, live.unmanaged())));
  }

  /// Without what a document says that it comes from.
  private List<Live> others(String slug, List<Live> all) {
    Set<String> former = new HashSet<>();
    live.former().values().stream()
        .filter(other -> other.kind().equals(slug))
        .forEach(other -> former.add(other.id().value()));
    return all.stream()
        .filter(other -> other.kind().equals(slug) && !former.contains(other.id().value()))
        .toList();
  }

  /// A namesake that holds nothing.
  static Problem extra(Resource wanted, Live extra) {
    return Problem.warning(
        wanted.place(),
        "extra",
        wanted.address().toString(),
        "extra: the account also has "
            + extra.label()
            + " (id "
            + extra.id()
            + "), which nothing belongs to, and which ftctl leaves alone",
        "delete it in Fivetran, or pin the one that is meant with spec.id");
  }
}
