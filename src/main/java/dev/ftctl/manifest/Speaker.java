package dev.ftctl.manifest;

import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.expansion.Trail;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.List;

/// A document that speaks of a resource, with what lies under and over it: where what it says may
/// be written.
///
/// @param kind as documents name it
/// @param place of its `kind` key
/// @param inside the field of its spec that holds what is said of the resource; empty for all of it
/// @param entry of `for_each` that the document was made for; an empty mapping outside of one
/// @param isOfMany whether it was made by a `for_each`
/// @param isRow whether the entry is a row of a CSV file
/// @param layers lowest first
public record Speaker(
    String kind,
    String name,
    SourceLocation place,
    String inside,
    Node entry,
    boolean isOfMany,
    boolean isRow,
    List<Layer> layers) {

  /// What is said in one place.
  ///
  /// @param what in words: `defaults`, `template feed`, `document`, `overlay`
  /// @param spec as it is written, references and all
  public record Layer(Sort sort, String what, Node.Mapping spec) {}

  /// What a layer is, lowest first.
  public enum Sort {
    DEFAULTS,
    TEMPLATE,
    DOCUMENT,
    OVERLAY
  }

  public Speaker {
    layers = List.copyOf(layers);
  }

  static Speaker of(Trail.Voice voice) {
    Document document = voice.document();
    return new Speaker(
        document.kind().name(),
        document.metadata().name(),
        document.place(),
        voice.inside(),
        document.each().value(),
        !document.each().isNothing(),
        !document.each().source().isEmpty(),
        voice.layers().stream()
            .map(layer -> new Layer(sort(layer.sort()), layer.what(), layer.spec()))
            .toList());
  }

  private static Sort sort(Trail.Sort sort) {
    return switch (sort) {
      case DEFAULTS -> Sort.DEFAULTS;
      case TEMPLATE -> Sort.TEMPLATE;
      case DOCUMENT -> Sort.DOCUMENT;
      case OVERLAY -> Sort.OVERLAY;
    };
  }
}
