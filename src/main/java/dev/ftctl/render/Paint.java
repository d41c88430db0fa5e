package dev.ftctl.render;

/// Colours on a terminal (as [Marks], until the text is there), nothing elsewhere. Never the only
/// bearer of a meaning: symbol and word always stand too.
public enum Paint {
  COLOURED,
  PLAIN;

  public String apply(Tone tone, String text) {
    return switch (this) {
      case COLOURED -> Marks.around(tone, text);
      case PLAIN -> text;
    };
  }
}
