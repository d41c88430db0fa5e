package dev.ftctl.drift;

import dev.ftctl.kind.finding.LiveElement;
import java.util.List;

/// The schema configuration of a described connection.
///
/// @param owner id of the connection
record FoundPart(Subject subject, String owner, List<LiveElement> elements) {

  public FoundPart {
    elements = List.copyOf(elements);
  }
}
