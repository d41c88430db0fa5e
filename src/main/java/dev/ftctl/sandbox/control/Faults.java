package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.sandbox.http.Strict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The fault rules in force. Every rule counts every request; of those that apply, the first wins.
public final class Faults {
  private static final Strict RULES = new Strict(Map.of("rules", Strict.Sort.LIST));

  private List<FaultRule> rules = List.of();
  private int inFlight;

  /// Replaces the rules by those of a JSON list, or of `{"rules": […]}`; counting starts anew.
  public void set(JsonNode json) {
    if (!json.isArray()) {
      RULES.checked("", json);
    }
    var list = json.isArray() ? json : json.path("rules");
    var parsed = new ArrayList<FaultRule>();
    list.forEach(rule -> parsed.add(FaultRule.of(rule)));
    replace(parsed);
  }

  /// A request came: what is to happen to it, with how many are in flight, it among them.
  public record Arrival(Fault fault, int inFlight) {}

  /// It is in flight until [#leave].
  public synchronized Arrival arrive(String method, String rawPath) {
    inFlight++;
    return new Arrival(next(method, rawPath), inFlight);
  }

  /// Its answer is about to be sent.
  public synchronized void leave() {
    inFlight--;
  }

  private Fault next(String method, String rawPath) {
    var found = Fault.NONE;
    for (var rule : rules.reversed()) {
      if (rule.takes(method, rawPath, inFlight)) {
        found = rule.fault();
      }
    }
    return found;
  }

  private synchronized void replace(List<FaultRule> parsed) {
    rules = List.copyOf(parsed);
  }
}
