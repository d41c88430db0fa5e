package dev.ftctl.manifest.document;

import dev.ftctl.model.address.Address;
import java.util.List;
import java.util.Set;

/// What the files say, before anything is merged.
///
/// @param isPartial whether documents are missing, since they could not be read
/// @param elsewhere the documents that belong to other environments
public record Written(
    List<Document> documents,
    Templates templates,
    Overlays overlays,
    boolean isPartial,
    Set<Address> elsewhere) {
  public Written {
    documents = List.copyOf(documents);
    elsewhere = Set.copyOf(elsewhere);
  }
}
