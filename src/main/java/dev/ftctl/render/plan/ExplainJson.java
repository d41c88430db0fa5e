package dev.ftctl.render.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.manifest.Traced;
import dev.ftctl.model.value.Value;
import dev.ftctl.render.Json;
import java.util.List;

/// Explanations as JSON, `schemas/explain.schema.json`. `plan` is what the plan's own JSON says of
/// the resource.
public final class ExplainJson {

  private ExplainJson() {}

  public static String of(List<Explanation> all) {
    ObjectNode json = Json.object();
    json.put("format", "ftctl-explain/v1");
    ArrayNode resources = json.putArray("resources");
    all.forEach(explained -> resources.add(one(explained)));
    return Json.text(json);
  }

  private static ObjectNode one(Explanation explained) {
    ObjectNode json = Json.object();
    json.put("address", explained.resource().address().toString());
    Json.putPlace(json, explained.resource().place());
    ArrayNode fields = json.putArray("fields");
    explained.lines().forEach(line -> fields.add(field(line)));
    explained.planned().ifPresent(planned -> json.set("plan", PlanJson.change(planned)));
    return json;
  }

  private static ObjectNode field(Explanation.Line line) {
    ObjectNode json = Json.object();
    json.put("path", line.path().jsonPointer());
    if (line.wanted() instanceof Value.Secret secret) {
      json.put("secret", true).put("source", secret.source().name());
    } else if (!line.wanted().isAbsent()) {
      json.set("value", Json.of(line.wanted()));
    }
    if (!line.live().isEmpty()) {
      json.put("live_shown", line.live());
    }
    json.put("changes", !line.changes().isEmpty());
    ArrayNode places = json.putArray("places");
    line.places().forEach(place -> places.add(place(place)));
    return json;
  }

  private static ObjectNode place(Traced.Place place) {
    ObjectNode json = Json.object().put("what", place.what());
    Json.putPlace(json, place.place());
    if (!place.text().isEmpty()) {
      json.put("text", place.text());
    }
    if (!place.source().isEmpty()) {
      json.put("source", place.source());
    }
    return json;
  }
}
