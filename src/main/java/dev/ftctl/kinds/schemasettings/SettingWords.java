package dev.ftctl.kinds.schemasettings;

/// How plans say what an element is.
final class SettingWords {

  private SettingWords() {}

  static String enabled(boolean enabled) {
    return enabled ? "enabled" : "excluded";
  }

  static String hashed(boolean hashed) {
    return hashed ? "hashed" : "plain";
  }
}
