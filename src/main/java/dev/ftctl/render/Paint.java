package dev.ftctl.render;

/// Colours on a terminal, nothing elsewhere. Never the only bearer of a meaning: symbol and word
/// always stand too.
public enum Paint {
  COLOURED,
  PLAIN;

  public String apply(Tone tone, String text) {
    return switch (this) {
      case COLOURED -> "\u001b[" + tone.code() + "m" + text + "\u001b[0m";
      case PLAIN -> text;
    };
  }
}
