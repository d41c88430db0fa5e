package dev.ftctl.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// What the search of the site knows: a row for each section of a page: where it is, the page's
/// title, its heading, how its text begins. A script, since pages that are opened from a disk may
/// read no data.
final class SearchIndex {

  private static final int LONGEST_TEXT = 240;

  private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();

  void add(String file, String title, MarkdownText.Section section) {
    String anchor = section.level() == 1 ? "" : "#" + section.anchor();
    String text = section.text();
    rows.addArray()
        .add(file + anchor)
        .add(title)
        .add(section.level() == 1 ? "" : section.heading())
        .add(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  String script() {
    // The only place where a text could end the script that it stands in.
    return "window.ftctlSearch=" + rows.toString().replace("</", "<\\/") + ";\n";
  }
}
