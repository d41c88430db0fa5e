package dev.ftctl.render.graph;

import dev.ftctl.render.English;
import dev.ftctl.render.graph.Picture.Arrow;
import dev.ftctl.render.graph.Picture.Box;
import dev.ftctl.render.graph.Picture.Cluster;
import dev.ftctl.render.graph.Picture.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A picture as Mermaid, which forges draw in Markdown.
public final class Mermaid {

  private Mermaid() {}

  public static String of(Picture picture) {
    var lines = new ArrayList<String>(List.of("flowchart LR"));
    for (Cluster cluster : picture.clusters()) {
      // A cluster of nothing is drawn as a box.
      if (cluster.boxes().isEmpty()) {
        lines.add("  " + cluster.id() + "[\"" + text(cluster.title()) + "\"]");
        continue;
      }
      lines.add("  subgraph " + cluster.id() + "[\"" + text(cluster.title()) + "\"]");
      cluster.boxes().forEach(box -> lines.add("    " + node(box)));
      lines.add("  end");
    }
    for (Arrow arrow : picture.arrows()) {
      lines.add("  " + arrow.from() + " --> " + arrow.to());
    }
    if (!picture.clusters().isEmpty()) {
      lines.add("  classDef frame fill:#f7f9fc,stroke:#9aa7b8,color:#33415c");
      lines.add(
          picture.clusters().stream()
              .map(Cluster::id)
              .collect(Collectors.joining(",", "  class ", " frame")));
    }
    for (Look look : Look.values()) {
      lines.add(
          "  classDef %s fill:%s,stroke:%s,color:#1b1b1b"
              .formatted(name(look), look.fill, look.line));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String node(Box box) {
    String detail = box.detail().isEmpty() ? "" : "<br/>" + text(box.detail());
    return box.id() + "[\"" + text(box.text()) + detail + "\"]:::" + name(box.look());
  }

  private static String name(Look look) {
    return look.name().toLowerCase(Locale.ROOT);
  }

  /// Names are shown, whatever they would mean to Mermaid or HTML.
  private static String text(String text) {
    var shown = new StringBuilder();
    English.printable(text)
        .codePoints()
        .forEach(point -> {
          if ("\"<>&#`[](){}|\\;*%".indexOf(point) >= 0) {
            shown.append('#').append(point).append(';');
          } else {
            shown.appendCodePoint(point);
          }
        });
    return shown.toString();
  }
}
