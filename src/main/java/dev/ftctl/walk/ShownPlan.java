package dev.ftctl.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody who looks at a saved plan sees: the plan as JSON, `schemas/plan.schema.json`. Of
/// that everything that says what is done has to be what would be done now. The rest has no effect,
/// and may differ, since it tells of other objects, of how objects are doing, or of the time.
///
/// @param json a plan as PlanJson writes it
record ShownPlan(JsonNode json) {

  private static final JsonMapper JSON = new JsonMapper();

  /// What may differ of the plan: other objects, rules that look at the time of apply, the code.
  private static final Set<String> OF_OTHERS =
      Set.of(
          "changes",
          "unmanaged",
          "not_looked_at",
          "notices",
          "policies",
          "counts",
          "cost",
          "dbt",
          "exit_code",
          // How a part was named: a saved plan brings its commit instead.
          "changed_since");

  /// What may differ of a change: states and timestamps of the object stand in them, or what others
  /// make of it.
  private static final Set<String> OF_STATE = Set.of("notes", "problems", "impact", "instances");

  private static final List<String> COUNTED =
      List.of("create", "update", "replace", "delete", "move", "blocked");

  static ShownPlan of(String json) {
    try {
      return new ShownPlan(JSON.readTree(json));
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("a plan of our own is JSON", impossible);
    }
  }

  /// What of this plan is not what `now` does; empty when it is.
  ///
  /// @param touched addresses of what the saved plan carries out
  /// @param now the part of a plan made just now that would be carried out
  List<String> differences(Set<String> touched, ShownPlan now) {
    var differences = new ArrayList<String>();
    Map<String, JsonNode> shown = new HashMap<>();
    for (JsonNode entry : json.path("changes")) {
      String address = entry.path("address").asText();
      boolean isTwice = touched.contains(address) && shown.put(address, entry) != null;
      if (isTwice || acts(entry) && !touched.contains(address)) {
        differences.add("it shows a change of something that it would not carry out");
      }
    }
    Map<String, JsonNode> fresh = new HashMap<>();
    now.json.path("changes").forEach(entry -> fresh.put(entry.path("address").asText(), entry));
    for (String address : touched) {
      if (!same(shown.get(address), fresh.get(address))) {
        differences.add("what it shows of " + address + " is not what would be done");
      }
    }
    if (!rest().equals(now.rest())) {
      differences.add("what it shows of the whole is not what would be done");
    }
    return differences;
  }

  private static boolean acts(JsonNode entry) {
    return !entry.path("action").asText().equals("none")
        || entry.path("follow_up").asBoolean()
        || !entry.path("blocks").isEmpty();
  }

  private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return without(one, OF_STATE).equals(without(other, OF_STATE));
  }

  /// All that is no change and yet of the plan: whose it is, what stops it, how much it does.
  private ObjectNode rest() {
    ObjectNode rest = without(json, OF_OTHERS);
    var stops = rest.putArray("stops");
    for (JsonNode notice : json.path("notices")) {
      if (notice.path("severity").asText().equals("error")) {
        stops.add(notice);
      }
    }
    rest.set("cost", without(json.path("cost"), Set.of("seconds", "limited_by", "settling")));
    rest.set("changed_since", without(json.path("changed_since"), Set.of("revision")));
    COUNTED.forEach(count -> rest.set("count_" + count, json.path("counts").path(count)));
    return rest;
  }

  private static ObjectNode without(JsonNode node, Set<String> members) {
    return node instanceof ObjectNode object
        ? object.deepCopy().without(members)
        : JSON.createObjectNode();
  }
}
