package dev.ftctl.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The anchors of one page's headings, spelt as forges spell them, so that a link to a heading
/// works in both places.
public final class Slugs {

  private final Map<String, Integer> taken = new HashMap<>();

  /// @param heading its text without marks
  public String next(String heading) {
    String slug =
        heading
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}\\p{Pc} -]", "")
            .replace(' ', '-');
    int before = taken.merge(slug, 1, Integer::sum) - 1;
    return before == 0 ? slug : slug + "-" + before;
  }
}
