package dev.ftctl.model;

import java.util.List;
import java.util.Map;

/// What a document says about itself, `metadata` in the manifest language. `rotation` is 0 and
/// `movedFrom` empty when not said.
public record Metadata(
    String name,
    Map<String, String> labels,
    boolean isProtected,
    boolean isAbsent,
    boolean isExisting,
    List<String> initial,
    int rotation,
    String movedFrom,
    List<String> environments) {

  public Metadata {
    labels = Map.copyOf(labels);
    initial = List.copyOf(initial);
    environments = List.copyOf(environments);
  }

  public static Metadata named(String name) {
    return new Metadata(name, Map.of(), false, false, false, List.of(), 0, "", List.of());
  }
}
