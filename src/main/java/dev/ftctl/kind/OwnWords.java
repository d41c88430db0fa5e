package dev.ftctl.kind;

import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;

/// The facet of a kind that takes something in words of its own besides the API's. Manifests may
/// write either; whatever comes after their check knows the API's alone.
public interface OwnWords {

  /// The spec in the API's words. What contradicts itself is left to the check of the kind, and
  /// what the API's words say already stays as it is.
  ///
  /// @param written as its manifest has it
  Value.Mapping translated(Resource written);

  /// The spec of an object of the account without what a document of that name leaves unsaid.
  default Value.Mapping written(Value.Mapping spec, String name) {
    return spec;
  }
}
