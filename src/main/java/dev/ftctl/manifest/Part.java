package dev.ftctl.manifest;

/// A piece of a text: literal, or a reference in `${…}`.
sealed interface Part {

  record Literal(String text) implements Part {}

  record Var(String name) implements Part {}

  /// @param fallback the text after `:-`, used when the variable is unset
  /// @param hasFallback whether there is one
  record Env(String name, String fallback, boolean hasFallback) implements Part {}

  record FileText(String path) implements Part {}

  record Group() implements Part {}

  record GroupLabel(String label) implements Part {}

  /// What is no reference at all; reported where it was read.
  record Broken() implements Part {}
}
