package dev.ftctl.manifest;

import java.util.List;

/// What the files say, before anything is merged.
///
/// @param isPartial whether documents are missing, since they could not be read
record Written(
    List<Document> documents, Templates templates, Overlays overlays, boolean isPartial) {
  Written {
    documents = List.copyOf(documents);
  }
}
