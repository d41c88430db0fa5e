package dev.ftctl.cli.init;

/// A file of the starter.
///
/// @param path in the repository
/// @param text what it holds; of one that gains lines, those lines
/// @param gainsLines whether lines of it that a standing file lacks are added there
/// @param mark what a standing file holds that has all of this; empty for a file that needs nothing
///   of it
record StarterFile(String path, String text, boolean gainsLines, String mark) {

  /// One that is written where it is missing; another that stands there serves as well.
  static StarterFile whole(String path, String text) {
    return new StarterFile(path, text, false, "");
  }

  /// One that a standing file has to be joined with, by hand.
  static StarterFile joined(String path, String text, String mark) {
    return new StarterFile(path, text, false, mark);
  }

  static StarterFile lines(String path, String text) {
    return new StarterFile(path, text, true, "");
  }
}
