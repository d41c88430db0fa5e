package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Address;
import dev.ftctl.yaml.Node;
import java.util.Set;

/// One resource to be: expanded and merged, its `spec` not yet bound to the table of its kind.
///
/// @param document that wants it
/// @param metadata of the document, as the overrides of the group left it
/// @param files that say something of it, canonical
public record Draft(
    Address address, Document document, Metadata metadata, Node.Mapping spec, Set<String> files) {

  public Draft {
    files = Set.copyOf(files);
  }

  /// @param spec of the document, its keys filled in
  static Draft plain(Document document, Node.Mapping spec) {
    return new Draft(
        Address.of(document.kind().slug(), document.metadata().name()),
        document,
        document.metadata(),
        spec,
        Set.of(document.file()));
  }

  public KindDefinition kind() {
    return document.kind();
  }

  Draft withSpec(Node.Mapping other) {
    return new Draft(address, document, metadata, other, files);
  }
}
