package dev.ftctl.cli.verbs.rollout;

import dev.ftctl.address.Named;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf.SourceElement;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.rollout.Rollout;
import dev.ftctl.operate.rollout.Switch;
import dev.ftctl.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What manifests say of the pieces of a rollout.
///
/// @param otherwise what a document has otherwise, so that the next plan would undo it
/// @param declared pieces that a document has on
/// @param isDescribed whether any document is about what is switched on
record Declared(List<Otherwise> otherwise, Set<String> declared, boolean isDescribed) {

  /// @param pieces that it is about; empty for all
  record Otherwise(Set<String> pieces, Problem problem) {}

  private static final String RULE = "rollout";

  /// @param settings the connection's schema configuration; empty where it is not about tables
  static Declared of(
      RolloutSource source,
      Named connection,
      List<Resource> resources,
      KindList kinds,
      Value.Mapping settings) {
    var reading = new Reading(source, connection);
    for (Resource resource : resources) {
      if (resource.address().equals(connection.address())) {
        reading.connector(resource);
      }
      kinds
          .ofSlug(resource.address().kind())
          .definition()
          .partOf()
          .filter(part -> source.rollout().isOfTables())
          .filter(part -> resource.address().withKind(part.owner()).equals(connection.address()))
          .ifPresent(part -> reading.settings(resource, part.elements(resource, settings)));
    }
    return new Declared(reading.otherwise, reading.on, reading.isDescribed);
  }

  /// What stands against a rollout, or what is left of it.
  List<Problem> problemsOf(Rollout rollout) {
    return otherwise.stream()
        .filter(each ->
            each.pieces().isEmpty() || rollout.texts().stream().anyMatch(each.pieces()::contains))
        .map(Otherwise::problem)
        .toList();
  }

  /// The lines of a manifest that declare what no line has on yet; empty for none, and where the
  /// account can't be asked, since everything else is done.
  String lasting(Rollout rollout, Switch pieces) {
    List<String> silent =
        rollout.texts().stream().filter(piece -> !declared.contains(piece)).toList();
    try {
      return isDescribed && !silent.isEmpty() ? YamlWriter.of(pieces.lasting(silent)) : "";
    } catch (ApiException blind) {
      return "";
    }
  }

  /// Used once.
  private static final class Reading {

    private final RolloutSource source;
    private final Named connection;
    private final List<Otherwise> otherwise = new ArrayList<>();
    private final Set<String> on = new HashSet<>();
    private boolean isDescribed;

    Reading(RolloutSource source, Named connection) {
      this.source = source;
      this.connection = connection;
    }

    void connector(Resource resource) {
      Rollout rollout = source.rollout();
      if (resource.metadata().isAbsent()) {
        wrong(List.of(), resource.place(), "is to be absent, so that the next plan deletes it", "");
      }
      if (rollout.isOfTables()) {
        isDescribed = true;
        return;
      }
      Value.Mapping config = resource.spec().mapping("config");
      Value wanted = config.get(rollout.field());
      boolean isLeft = resource.metadata().initial().contains(rollout.subject().text());
      isDescribed = !isLeft;
      if (wanted.isAbsent() || isLeft) {
        return;
      }
      if (wanted instanceof Value.Items items) {
        items.items().forEach(item -> on.add(item.asText()));
      }
      List<String> lacking = rollout.texts().stream().filter(item -> !on.contains(item)).toList();
      if (!lacking.isEmpty()) {
        wrong(
            lacking,
            config.placeOf(rollout.field()),
            rollout.subject().text()
                + " lacks "
                + RolloutView.shown(lacking)
                + ", so that the next plan takes out again what the rollout puts in",
            "add them here, or take them out of " + source.shown());
      }
    }

    void settings(Resource resource, List<SourceElement> elements) {
      isDescribed = true;
      boolean isAligned = resource.spec().text("unlisted").equals("align");
      Map<String, SourceElement> byName = new LinkedHashMap<>();
      elements.forEach(each -> byName.put(String.join(".", each.path()), each));
      for (String piece : source.rollout().texts()) {
        SourceElement table = byName.get(piece);
        SourceElement schema = table == null ? null : byName.get(table.path().getFirst());
        if (table != null && schema != null) {
          table(piece, table, schema, isAligned);
        }
      }
    }

    private void table(String piece, SourceElement table, SourceElement schema, boolean isAligned) {
      boolean isDeclared = table.isListed() || schema.isListed() && !schema.isEnabled();
      if (table.isEnabled()) {
        if (table.isListed()) {
          on.add(piece);
        }
      } else if (isDeclared) {
        wrong(
            List.of(piece),
            table.place(),
            piece + " is off here, so that the next plan switches it off again",
            "say that it is on, or take it out of " + source.shown());
      } else if (isAligned) {
        wrong(
            List.of(piece),
            table.place(),
            piece + " is not listed here, and 'unlisted: align' switches it off again",
            "list it, or take it out of " + source.shown());
      }
    }

    private void wrong(
        Collection<String> pieces, SourceLocation place, String message, String fix) {
      otherwise.add(
          new Otherwise(
              Set.copyOf(pieces),
              Problem.error(place, RULE, connection.address().toString(), message, fix)));
    }
  }
}
