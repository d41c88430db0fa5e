package dev.ftctl.manifest.document;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.HashMap;
import java.util.Map;

/// Where a document says what is in its `metadata`.
///
/// @param name of the value of `name`, or the nearest place to it
/// @param members of the values of what else it says itself; what a template, an overlay or a row
///   lends is not among them
public record MetadataPlaces(SourceLocation name, Map<String, SourceLocation> members) {

  public MetadataPlaces {
    members = Map.copyOf(members);
  }

  /// Where nothing but one place is known.
  public static MetadataPlaces at(SourceLocation place) {
    return new MetadataPlaces(place, Map.of());
  }

  static MetadataPlaces of(Node.Mapping envelope, SourceLocation otherwise) {
    var members = new HashMap<String, SourceLocation>();
    if (envelope.get("metadata").orElse(null) instanceof Node.Mapping metadata) {
      metadata.entries().forEach((key, entry) -> members.put(key, entry.value().place()));
    }
    return new MetadataPlaces(members.getOrDefault("name", otherwise), members);
  }

  /// Of a member, or of the name where the document does not say it itself.
  public SourceLocation of(String member) {
    return members.getOrDefault(member, name);
  }
}
