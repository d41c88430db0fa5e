package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.InstanceMarks;
import dev.ftctl.manifest.document.Overlays;
import dev.ftctl.manifest.document.Templates;
import dev.ftctl.manifest.document.Written;
import dev.ftctl.manifest.expression.DataFiles;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Substitution;
import dev.ftctl.manifest.expression.Unset;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays what is said of a document in several places over each other, later wins: the defaults of
/// its kind, its template, itself, the overlay of the environment.
final class Layers {

  private final ExpansionContext reading;
  private final Map<String, Node.Mapping> defaults;
  private final Written written;
  private final DataFiles data;

  /// @param defaults per kind name, a partial `spec`
  Layers(
      ExpansionContext reading,
      Map<String, Node.Mapping> defaults,
      Written written,
      DataFiles data) {
    this.reading = reading;
    this.defaults = defaults;
    this.written = written;
    this.data = data;
  }

  Document merged(Document document) {
    var report = new Report(reading.problems(), document.subject());
    if (!document.each().isNothing()) {
      InstanceMarks.refuseInOverrides(document.spec(), "under 'for_each'", report);
    }
    List<Node.Mapping> layers = layers(document, report);
    Node.Mapping spec = layers.getFirst();
    if (layers.size() > 1) {
      FieldTable table = table(document, layers);
      Merging merging = reading.merging(document.around());
      for (Node.Mapping layer : layers.subList(1, layers.size())) {
        spec = merging.specs(spec, layer, table);
      }
    }
    return document.withSpec(spec).withMetadata(written.overlays().over(document));
  }

  /// Lowest first.
  private List<Node.Mapping> layers(Document document, Report report) {
    var plain = new PlainReader(reading.lookup(), document.around(), report);
    var layers = new ArrayList<Node.Mapping>();
    Optional.ofNullable(defaults.get(document.kind().name())).ifPresent(layers::add);
    Optional<Overlays.Overlay> overlay = written.overlays().of(document);
    var unset = new Unset(reading.lookup(), document.around());
    Node.Mapping own = document.spec();
    Node.Mapping naming =
        overlay
            .map(Overlays.Overlay::spec)
            .filter(spec -> spec.get(Templates.FIELD).isPresent())
            .orElse(
                own.get(Templates.FIELD).filter(unset::isMark).isPresent()
                    ? own.without(Templates.FIELD)
                    : own);
    layers.addAll(written.templates().under(naming, plain, reading.isWhole()).reversed());
    int ownAt = layers.size();
    layers.add(document.spec().without(Templates.FIELD));
    overlay.ifPresent(found -> layers.add(found.spec().without(Templates.FIELD)));
    var substitution = new Substitution(reading.lookup(), document.around(), data, report);
    var filled = new ArrayList<Node.Mapping>();
    for (int at = 0; at < layers.size(); at++) {
      Node.Mapping layer = filled(layers.get(at), substitution, report);
      if (at != ownAt) {
        reading.pauses().add(layer);
      }
      filled.add(layer);
    }
    reading.trail().add(document, named(document, filled, ownAt));
    return filled;
  }

  private List<Trail.Layer> named(Document document, List<Node.Mapping> all, int ownAt) {
    boolean hasDefaults = defaults.containsKey(document.kind().name());
    var named = new ArrayList<Trail.Layer>();
    for (int at = 0; at < all.size(); at++) {
      Node.Mapping layer = all.get(at);
      Trail.Sort sort =
          at > ownAt
              ? Trail.Sort.OVERLAY
              : at == ownAt
                  ? Trail.Sort.DOCUMENT
                  : at == 0 && hasDefaults ? Trail.Sort.DEFAULTS : Trail.Sort.TEMPLATE;
      named.add(new Trail.Layer(sort, words(sort, layer), layer));
    }
    return named;
  }

  private String words(Trail.Sort sort, Node.Mapping layer) {
    return switch (sort) {
      case DEFAULTS -> "defaults";
      case TEMPLATE -> written.templates().called(layer);
      case DOCUMENT -> "document";
      case OVERLAY -> "overlay";
    };
  }

  private static Node.Mapping filled(Node.Mapping layer, Substitution substitution, Report report) {
    Node.Mapping filled = substitution.in(layer);
    InstanceMarks.refuseReferred(layer, filled, report);
    return filled;
  }

  /// The table that tells how lists merge, which may depend on what any layer says (`service`).
  private FieldTable table(Document document, List<Node.Mapping> layers) {
    Merging merging = reading.merging(document.around());
    Node.Mapping roughly = layers.getFirst();
    for (Node.Mapping layer : layers) {
      roughly = merging.over(roughly, layer, FieldTable.of());
    }
    return reading.fields(document.kind(), roughly, document.around());
  }
}
