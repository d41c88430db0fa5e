package dev.ftctl.kinds.transformation;

import dev.ftctl.kind.Lookalikes;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Quickstarts that no manifest describes, to be found by a document of the same package with a
/// connection in common: it would build the same models once more.
final class SimilarQuickstarts implements Lookalikes.Finder {

  private final Map<String, List<Live>> byPackage;

  SimilarQuickstarts(List<Live> others) {
    byPackage =
        others.stream()
            .filter(other -> TransformationType.isQuickstart(other.fields()))
            .collect(Collectors.groupingBy(other -> packageOf(other.fields())));
  }

  @Override
  public List<Live> alike(Resource wanted, Ids ids, int most) {
    if (!TransformationType.isQuickstart(wanted.spec())) {
      return List.of();
    }
    Set<String> connections =
        Shape.elements(config(wanted.spec()).get(TransformationType.CONNECTIONS)).stream()
            .flatMap(connection -> ids.idOf(connection).stream())
            .collect(Collectors.toSet());
    return byPackage.getOrDefault(packageOf(wanted.spec()), List.of()).stream()
        .filter(other -> !Collections.disjoint(connections(other), connections))
        .limit(most)
        .toList();
  }

  /// The package of a Quickstart; empty for another transformation.
  static Optional<String> neighbourhood(Value.Mapping fields) {
    return Optional.of(packageOf(fields)).filter(name -> !name.isEmpty());
  }

  static String insteadOf(List<Live> alike) {
    return "other connections are another Quickstart; to take that one over, pin it with `id: "
        + alike.getFirst().id()
        + "` in its spec";
  }

  /// Ids of the connections of an object.
  static Set<String> connections(Live live) {
    return Shape.elements(config(live.fields()).get(TransformationType.CONNECTION_IDS)).stream()
        .map(Value::asText)
        .collect(Collectors.toSet());
  }

  private static String packageOf(Value.Mapping fields) {
    return config(fields).text(TransformationType.PACKAGE);
  }

  private static Value.Mapping config(Value.Mapping fields) {
    return fields.mapping(TransformationType.CONFIG);
  }
}
