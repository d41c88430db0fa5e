package dev.ftctl.render.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.manifest.Expanded;
import dev.ftctl.render.Json;
import java.util.List;

/// Expanded manifests as JSON.
public final class ExpandedJson {

  private ExpandedJson() {}

  public static String of(List<Expanded> all) {
    ObjectNode json = Json.object();
    json.put("format", "ftctl-render/v1");
    ArrayNode resources = json.putArray("resources");
    for (Expanded expanded : all) {
      ObjectNode resource = resources.addObject();
      resource.put("address", expanded.resource().address().toString());
      Json.putPlace(resource, expanded.resource().place());
      resource.set("manifest", Json.of(expanded.manifest()));
    }
    return Json.text(json);
  }
}
