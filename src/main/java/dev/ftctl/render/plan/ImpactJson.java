package dev.ftctl.render.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.impact.DbtManifest;
import dev.ftctl.impact.Impact;
import dev.ftctl.impact.Impacts;
import dev.ftctl.kind.downstream.Break;
import dev.ftctl.kind.downstream.Effect;
import dev.ftctl.model.address.Address;
import dev.ftctl.render.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    ArrayNode dependents = json.putArray("dependents");
    impact
        .dependents()
        .forEach(one ->
            dependents
                .addObject()
                .put("id", one.id())
                .put("type", one.type())
                .put("name", one.name())
                .set("owners", Json.texts(one.owners())));
    json.set("notes", Json.texts(impact.notes()));
    return Optional.of(json);
  }

  /// Of one change, out of its JSON; of nothing where that says nothing.
  ///
  /// @throws IllegalArgumentException when something in it is nothing that ftctl writes
  static Impact read(JsonNode json) {
    if (json.isMissingNode()) {
      return Impact.NONE;
    }
    var sources = new LinkedHashMap<String, String>();
    json.path("sources")
        .forEach(one -> sources.put(one.path("id").asText(), one.path("relation").asText()));
    return new Impact(
        Json.list(
            json.path("breaks"),
            one ->
                Break.of(
                    Effect.valueOf(one.path("effect").asText().toUpperCase(Locale.ROOT)),
                    // Its names are not told apart any more, and nobody asks.
                    List.of(one.path("element").asText()))),
        true,
        sources,
        Json.list(
            json.path("dependents"),
            one ->
                new Impact.Dependent(
                    one.path("id").asText(),
                    one.path("type").asText(),
                    one.path("name").asText(),
                    Json.list(one.path("owners"), JsonNode::asText))),
        Json.list(json.path("notes"), JsonNode::asText));
  }

  /// Of a plan, out of its JSON.
  ///
  /// @param all of its changes
  static Impacts read(JsonNode json, Map<Address, Impact> all) {
    return json.isMissingNode()
        ? Impacts.NONE
        : new Impacts(
            Optional.of(DbtManifest.ofProjects(Json.list(json.path("projects"), JsonNode::asText))),
            all);
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
