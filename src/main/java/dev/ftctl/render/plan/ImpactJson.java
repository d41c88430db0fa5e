package dev.ftctl.render.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.impact.Impact;
import dev.ftctl.impact.Impacts;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Optional;

/// What depends on a change, in the JSON of plans.
final class ImpactJson {

  private ImpactJson() {}

  /// Of one change; empty where it breaks nothing, or nobody asked a manifest of dbt.
  static Optional<ObjectNode> of(Impact impact) {
    if (impact.isOfNothing() || !impact.isKnown()) {
      return Optional.empty();
    }
    ObjectNode json = Json.object();
    ArrayNode breaks = json.putArray("breaks");
    impact
        .breaks()
        .forEach(one ->
            breaks.addObject().put("effect", one.effect().word()).put("element", one.label()));
    ArrayNode sources = json.putArray("sources");
    impact
        .sources()
        .forEach((id, relation) -> sources.addObject().put("id", id).put("relation", relation));
    counts(json, impact);
    json.set("models", ids(impact.models()));
    json.set("tests", ids(impact.tests()));
    json.set("exposures", ids(impact.exposures()));
    json.set("others", ids(impact.others()));
    json.set("owners", Json.texts(impact.owners()));
    json.set("notes", Json.texts(impact.notes()));
    return Optional.of(json);
  }

  /// Of the plan; empty where no manifest of dbt was given.
  static Optional<ObjectNode> whole(Impacts impacts) {
    return impacts
        .manifest()
        .map(manifest -> {
          ObjectNode json = Json.object();
          json.set("projects", Json.texts(manifest.projects()));
          counts(json, impacts.total());
          return json;
        });
  }

  private static void counts(ObjectNode json, Impact impact) {
    ObjectNode counts = json.putObject("counts");
    impact.counts().forEach(counts::put);
  }

  private static ArrayNode ids(List<Impact.Dependent> all) {
    return Json.texts(all.stream().map(Impact.Dependent::id).toList());
  }
}
