package dev.ftctl.render.page;

import dev.ftctl.model.shown.Visible;

/// Texts of others inside HTML. They are not trusted: none begins a tag, or ends an attribute.
final class Html {

  private Html() {}

  /// For elements and for attributes in double quotes.
  static String text(String text) {
    return Visible.text(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
