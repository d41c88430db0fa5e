package dev.ftctl.render.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An object that no manifest describes, and what helps to recognize it. What its kind doesn't have
/// is empty.
///
/// @param address that every flag takes
/// @param service "postgres"
/// @param activity "paused" or "running", of what can be paused
/// @param setup state of its setup, as the API says it: "connected", "incomplete", "broken"
/// @param type of a user who is no person: "service account"
record Unmanaged(
    Address address, String id, String service, String activity, String setup, String type) {

  static Unmanaged of(Live live, Plan plan) {
    Value.Mapping fields = live.fields();
    String setup = fields.mapping("status").text("setup_state");
    String activity =
        fields.get("paused") instanceof Value.Bool paused
            ? paused.flag() ? "paused" : "running"
            : "";
    String type = fields.text("user_type").toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Unmanaged(
        plan.addressOf(live),
        live.id().value(),
        fields.text("service"),
        activity,
        (setup.isEmpty() ? fields.text("setup_status") : setup).toLowerCase(Locale.ROOT),
        type.equals("service account") ? type : "");
  }

  /// ` connector/shop@g postgres, running, connected shy_river`.
  String line() {
    String words =
        Stream.of(service, activity, setup, type)
            .filter(word -> !word.isEmpty())
            .map(English::printable)
            .collect(Collectors.joining(", "));
    String named = English.column("    " + address, 47, 2);
    return (words.isEmpty() ? named : English.column(named + words, 80, 2)) + id;
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("address", address.toString()).put("id", id);
    put(json, "service", service);
    put(json, "activity", activity);
    put(json, "setup", setup);
    put(json, "type", type);
    return json;
  }

  private static void put(ObjectNode json, String name, String text) {
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }
}
