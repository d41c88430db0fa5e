package dev.ftctl.render.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.render.Json;
import dev.ftctl.render.graph.Picture.Box;
import dev.ftctl.render.graph.Picture.Cluster;
import java.util.Locale;

/// A picture as JSON, for other programs that draw: `schemas/graph.schema.json`.
public final class GraphJson {

  private GraphJson() {}

  public static String of(Picture picture) {
    ObjectNode json = Json.object();
    json.put("format", "ftctl-graph/v1");
    ArrayNode clusters = json.putArray("clusters");
    for (Cluster cluster : picture.clusters()) {
      ObjectNode one = clusters.addObject().put("id", cluster.id()).put("title", cluster.title());
      ArrayNode boxes = one.putArray("boxes");
      for (Box box : cluster.boxes()) {
        boxes
            .addObject()
            .put("id", box.id())
            .put("label", box.label())
            .put("detail", box.detail())
            .put("state", box.look().name().toLowerCase(Locale.ROOT));
      }
    }
    ArrayNode arrows = json.putArray("arrows");
    picture
        .arrows()
        .forEach(arrow -> arrows.addObject().put("from", arrow.from()).put("to", arrow.to()));
    return Json.text(json);
  }
}
