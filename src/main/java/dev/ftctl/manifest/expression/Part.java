package dev.ftctl.manifest.expression;

import java.util.List;

/// A piece of a text: literal, or a reference in `${…}`.
sealed interface Part {

  record Literal(String text) implements Part {}

  record Var(String name) implements Part {}

  /// @param fallback the text after `:-`, used when the variable is unset
  /// @param hasFallback whether there is one
  record Env(String name, String fallback, boolean hasFallback) implements Part {}

  record FileText(String path) implements Part {}

  /// The structure of a YAML or JSON file.
  record FileTree(String path) implements Part {}

  record SecretName(String name) implements Part {}

  record Group() implements Part {}

  record GroupLabel(String label) implements Part {}

  /// Of one entry of `for_each`: `key`, `value`, a column, or a way of names with dots.
  record EachOf(String path) implements Part {}

  record Unset() implements Part {}

  record Call(PureFunction function, List<Part> arguments) implements Part {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// What is no reference at all; reported where it was read.
  record Broken() implements Part {}
}
