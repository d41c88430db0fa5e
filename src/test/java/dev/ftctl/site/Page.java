package dev.ftctl.site;

/// A page of Markdown.
///
/// @param path of the Markdown, relative to the repository's top, with `/`; the web page lies there
///   too
/// @param text the Markdown
public record Page(String path, String text) {

  /// Where the web page lies: `docs/adopt.html`, and `index.html` for a `README.md`.
  public String file() {
    return fileOf(path);
  }

  static String fileOf(String markdown) {
    return markdown
        .replaceFirst("(^|/)README\\.md$", "$1index.html")
        .replaceFirst("\\.md$", ".html");
  }

  /// The way back to the top: `../../`, empty at the top.
  public String root() {
    return "../".repeat((int) path.chars().filter(letter -> letter == '/').count());
  }

  String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
