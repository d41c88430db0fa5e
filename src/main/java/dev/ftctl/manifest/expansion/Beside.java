package dev.ftctl.manifest.expansion;

import dev.ftctl.manifest.document.Document;
import java.util.List;

/// What else a project describes, known without its files: documents and drafts with nothing in
/// their specs.
public record Beside(List<Document> documents, List<Draft> drafts) {

  public Beside {
    documents = List.copyOf(documents);
    drafts = List.copyOf(drafts);
  }
}
