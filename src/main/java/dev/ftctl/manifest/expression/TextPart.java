package dev.ftctl.manifest.expression;

import java.util.List;

/// A piece of a text: literal, or a reference in `${…}`.
sealed interface TextPart {

  record Literal(String text) implements TextPart {}

  record Var(String name) implements TextPart {}

  /// @param fallback the text after `:-`, used when the variable is unset
  /// @param hasFallback whether there is one
  record Env(String name, String fallback, boolean hasFallback) implements TextPart {}

  record FileText(String path) implements TextPart {}

  /// The structure of a YAML or JSON file.
  record FileTree(String path) implements TextPart {}

  record SecretName(String name) implements TextPart {}

  record Group() implements TextPart {}

  record GroupLabel(String label) implements TextPart {}

  /// Of one entry of `for_each`: `key`, `value`, a column, or a way of names with dots.
  record EachOf(String path) implements TextPart {}

  record Unset() implements TextPart {}

  record Call(PureFunction function, List<TextPart> arguments) implements TextPart {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// What is no reference at all; reported where it was read.
  record Broken() implements TextPart {}
}
