package dev.ftctl.manifest;

import dev.ftctl.manifest.expansion.Trail;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that the manifests want, and by which of their places.
public record Traced(Desired desired, Trail trail) {

  /// A place that says something of a field.
  ///
  /// @param what it is: `document`, `template feed`, `defaults`, `overlay`
  /// @param text as it stands there, its references not yet filled in; empty where it must not be
  ///   shown, or is more than one scalar
  /// @param source what gave the value that no manifest says itself: `csv:feeds.csv:3`; may be
  ///   empty
  public record Place(String what, SourceLocation place, String text, String source) {}

  /// The places that say a field, the last that counts first, then those that it overrides.
  ///
  /// @param value of the field, as it came out
  /// @param hidesText whether what stands there may be a secret
  public List<Place> places(Address resource, FieldPath field, Value value, boolean hidesText) {
    var places = new ArrayList<Place>();
    for (Trail.Layer layer : trail.of(resource)) {
      at(layer.spec(), field.segments())
          .map(node -> new Place(layer.what(), node.place(), text(node, hidesText), ""))
          .ifPresent(places::add);
    }
    SourceLocation origin = value.origin().place();
    String source = value instanceof Value.Secret ? "" : value.origin().source();
    boolean isKnown = !places.isEmpty() && places.getFirst().place().equals(origin);
    if (isKnown) {
      Place first = places.removeFirst();
      places.addFirst(new Place(first.what(), origin, first.text(), source));
    } else if (places.isEmpty() && origin.isKnown()) {
      // In words that the kind reads in more than one way, such as a list of names.
      places.add(new Place("document", origin, "", source));
    }
    return places;
  }

  /// The documents that speak of a resource, that of the fewest instances first.
  public List<Speaker> speakers(Address resource) {
    return trail.voices(resource).stream().map(Speaker::of).toList();
  }

  private static Optional<Node> at(Node node, List<String> segments) {
    if (segments.isEmpty()) {
      return Optional.of(node);
    }
    return node instanceof Node.Mapping mapping
        ? mapping
            .get(segments.getFirst())
            .flatMap(inner -> at(inner, segments.subList(1, segments.size())))
        : Optional.empty();
  }

  private static String text(Node node, boolean hidesText) {
    return !hidesText && node instanceof Node.Scalar scalar && !scalar.mark().printsAsSource()
        ? scalar.text()
        : "";
  }
}
