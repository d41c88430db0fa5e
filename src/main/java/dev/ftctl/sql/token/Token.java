package dev.ftctl.sql.token;

/// A piece of a text. The tokens of a text follow each other without a gap.
///
/// @param start offset of its first letter
/// @param end offset behind its last one
public record Token(Kind kind, int start, int end) {

  /// What it is.
  public enum Kind {
    SPACE,
    COMMENT,
    /// A text in quotes or dollars, with its prefix.
    TEXT,
    NUMBER,
    /// A keyword or a name without quotes.
    WORD,
    /// A name in the quotes of the dialect.
    QUOTED,
    /// What a template puts in its place: `{{ }}`, `${ }`.
    TEMPLATE,
    /// What a template puts nothing in the place of: `{% %}`, `{# #}`.
    DIRECTIVE,
    /// A parameter, a variable or a stage: `$1`, `@x`.
    VARIABLE,
    /// One letter of anything else.
    SIGN
  }

  /// Whether it means nothing.
  public boolean isSilent() {
    return kind == Kind.SPACE || kind == Kind.COMMENT || kind == Kind.DIRECTIVE;
  }

  /// Whether it can be a name.
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }
}
