package dev.ftctl.kind.facet;

/// The facet of a kind whose fields depend on another one than `service`.
public interface Variants {

  /// The field of `spec` on whose value they depend; it is read before they are bound.
  String variesBy();
}
