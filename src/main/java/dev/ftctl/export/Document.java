package dev.ftctl.export;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// A document of the manifest language that is still to be written. It may come from an account or
/// from elsewhere.
///
/// @param kind as manifests write it
/// @param address of the document: its slug and name, and the group where it has one instance alone
/// @param metadata without the name
/// @param spec literal texts as they are, references as [Value.Reference], what is read elsewhere
///   as [Placeholder]; fields in the order in which they are to stand
/// @param comments lines above it, without `#`
/// @param rows for which it stands once each, with `${each.column}` in it; empty for one
public record Document(
    String kind,
    Address address,
    Value.Mapping metadata,
    Value.Mapping spec,
    List<String> comments,
    Optional<Rows> rows) {

  public Document {
    comments = List.copyOf(comments);
  }

  public Document(String kind, Address address, Value.Mapping spec) {
    this(kind, address, Value.Mapping.EMPTY, spec, List.of());
  }

  /// A document that stands for itself.
  public Document(
      String kind,
      Address address,
      Value.Mapping metadata,
      Value.Mapping spec,
      List<String> comments) {
    this(kind, address, metadata, spec, comments, Optional.empty());
  }

  public Document withSpec(Value.Mapping other) {
    return new Document(kind, address, metadata, other, comments, rows);
  }

  public Document withMetadata(Value.Mapping other) {
    return new Document(kind, address, other, spec, comments, rows);
  }

  /// The group of its only instance, empty for a document of several or of a kind without.
  public String group() {
    return address.instance();
  }

  public String name() {
    return address.name();
  }
}
