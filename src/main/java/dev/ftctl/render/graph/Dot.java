package dev.ftctl.render.graph;

import dev.ftctl.render.English;
import dev.ftctl.render.graph.Picture.Arrow;
import dev.ftctl.render.graph.Picture.Box;
import dev.ftctl.render.graph.Picture.Cluster;
import java.util.ArrayList;
import java.util.List;

/// A picture in the DOT language of Graphviz.
public final class Dot {

  private Dot() {}

  public static String of(Picture picture) {
    var lines =
        new ArrayList<String>(
            List.of(
                "digraph account {",
                "  rankdir=LR; compound=true; fontname=\"sans-serif\";",
                "  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];",
                "  edge [color=\"#7a8699\"];"));
    for (Cluster cluster : picture.clusters()) {
      lines.add("  subgraph cluster_" + cluster.id() + " {");
      lines.add(
          "    label=" + quoted(cluster.title()) + "; color=\"#9aa7b8\"; bgcolor=\"#f7f9fc\";");
      // Arrows lead to nodes only.
      lines.add("    " + cluster.id() + " [shape=point, style=invis];");
      cluster.boxes().forEach(box -> lines.add("    " + node(box)));
      lines.add("  }");
    }
    for (Arrow arrow : picture.arrows()) {
      String head = arrow.to().startsWith("g") ? " [lhead=cluster_" + arrow.to() + "]" : "";
      lines.add("  " + arrow.from() + " -> " + arrow.to() + head + ";");
    }
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  private static String node(Box box) {
    String label = box.detail().isEmpty() ? box.text() : box.text() + "\n" + box.detail();
    return "%s [label=%s, fillcolor=\"%s\", color=\"%s\"];"
        .formatted(box.id(), quoted(label), box.look().fill, box.look().line);
  }

  private static String quoted(String text) {
    String shown =
        String.join(
            "\\n",
            text.lines()
                .map(line -> English.printable(line).replace("\\", "\\\\").replace("\"", "\\\""))
                .toList());
    return '"' + shown + '"';
  }
}
