package dev.ftctl.manifest.document;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.manifest.expression.Each;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.Optional;

/// One document, its envelope read and its `spec` still a located tree.
///
/// @param each the entry of `for_each` that it was made for
/// @param file that holds it, canonical
/// @param place of its `kind` key
/// @param places of what `metadata` says
/// @param specPlace of its `spec` key, or of `kind` when it has none
public record Document(
    KindDefinition kind,
    Metadata metadata,
    Node.Mapping spec,
    Each each,
    String file,
    SourceLocation place,
    MetadataPlaces places,
    SourceLocation specPlace) {

  /// The member of `spec` that says what single instances of a fan-out have otherwise.
  public static final String OVERRIDES = "overrides";

  /// Where a field of `metadata` belongs that stands in `spec`; empty where it is none.
  public static Optional<String> elsewhere(String field) {
    return MetadataReader.hint(field);
  }

  /// `connector orders_db`, as problems name it; `connector feed (row feeds.csv:3)` of a row.
  public String subject() {
    return kind.slug() + " " + metadata.name() + row();
  }

  /// The row of a CSV file that the document was made of, since its place is the same for all.
  private String row() {
    return each.source().isEmpty() ? "" : " (" + each.label() + ")";
  }

  /// Of the value of `metadata.name`.
  public SourceLocation namePlace() {
    return places.name();
  }

  public Document withSpec(Node.Mapping other) {
    return new Document(kind, metadata, other, each, file, place, places, specPlace);
  }

  public Document withMetadata(Metadata other) {
    return new Document(kind, other, spec, each, file, place, places, specPlace);
  }

  Document withEach(Each other) {
    return new Document(kind, metadata, spec, other, file, place, places, specPlace);
  }

  public InstanceContext around() {
    return InstanceContext.of(each);
  }
}
