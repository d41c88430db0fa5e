package dev.ftctl.manifest.expression;

/// What stands for a text that a rehearsal must not look for: harmless, the same in every run, and
/// an address that leads nowhere, since some fields take nothing else.
final class Rehearsed {

  private Rehearsed() {}

  /// @param name of the variable, the secret or the file
  static String text(String name) {
    return "https://rehearsed.example/" + name.replaceAll("[^A-Za-z0-9_-]", "-");
  }
}
