package dev.ftctl.manifest.document;

import java.util.List;

/// What the files say, before anything is merged.
///
/// @param isPartial whether documents are missing, since they could not be read
public record Written(
    List<Document> documents, Templates templates, Overlays overlays, boolean isPartial) {
  public Written {
    documents = List.copyOf(documents);
  }
}
