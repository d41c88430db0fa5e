package dev.ftctl.manifest.document;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The partial documents of the environment, each merged over the document of its kind and name.
public final class Overlays {

  /// @param place of its name
  public record Overlay(
      KindDefinition kind,
      String name,
      Map<String, String> labels,
      Node.Mapping spec,
      SourceLocation place) {}

  private record Name(String slug, String name) {}

  private final Map<Name, Overlay> byName = new LinkedHashMap<>();

  void add(Overlay overlay, Report report) {
    Overlay earlier = byName.putIfAbsent(new Name(overlay.kind().slug(), overlay.name()), overlay);
    if (earlier != null) {
      report.error(
          overlay.place(),
          "duplicate-name",
          "a second overlay of '" + overlay.name() + "', after " + earlier.place().fileAndLine(),
          "write them as one");
    }
  }

  public Optional<Overlay> of(Document document) {
    return Optional.ofNullable(
        byName.get(new Name(document.kind().slug(), document.metadata().name())));
  }

  /// The metadata of a document with the labels of its overlay.
  public Metadata over(Document document) {
    Metadata below = document.metadata();
    Optional<Overlay> overlay = of(document).filter(found -> !found.labels().isEmpty());
    if (overlay.isEmpty()) {
      return below;
    }
    var labels = new LinkedHashMap<>(below.labels());
    labels.putAll(overlay.get().labels());
    return below.labelled(labels);
  }

  /// Reports what lies over nothing.
  void requireMatches(List<Document> documents, Problems problems) {
    var names = new LinkedHashSet<Name>();
    documents.forEach(
        document -> names.add(new Name(document.kind().slug(), document.metadata().name())));
    byName.forEach((name, overlay) -> {
      if (!names.contains(name)) {
        refuse(name, overlay, names, problems);
      }
    });
  }

  private static void refuse(Name name, Overlay overlay, Set<Name> names, Problems problems) {
    List<String> alike =
        names.stream().filter(one -> one.slug().equals(name.slug())).map(Name::name).toList();
    String hint = Near.hint(name.name(), alike);
    new Report(problems, name.slug() + " " + name.name())
        .error(
            overlay.place(),
            "unmatched-overlay",
            "no manifest describes the "
                + overlay.kind().name()
                + " '"
                + name.name()
                + "' that this overlay changes",
            hint.isEmpty() ? "describe it, or remove the overlay" : hint);
  }
}
