package dev.ftctl.render;

/// What a piece of text means to the eye, for a terminal that has colours.
public enum Tone {
  GOOD("32"),
  CHANGED("33"),
  BAD("31"),
  TOLD("36"),
  FAINT("2"),
  STRONG("1");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
