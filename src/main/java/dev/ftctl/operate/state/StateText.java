package dev.ftctl.operate.state;

import dev.ftctl.fivetran.answer.ValueJson;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.util.Optional;

/// A state as a person types it: a JSON object, whose braces may be missing.
///
/// @param isCompleted whether the braces were missing
public record StateText(Value.Mapping state, boolean isCompleted) {

  /// @throws RefusedException when it is no JSON object
  public static StateText of(String typed) {
    String text = typed.strip();
    Optional<Value> read = json(text);
    if (read.isEmpty() && text.contains(":") && !text.startsWith("{")) {
      Optional<Value> completed = json("{" + text + "}");
      if (completed.isPresent()) {
        return new StateText(object(completed.get()), true);
      }
    }
    return new StateText(
        object(
            read.orElseThrow(() ->
                new RefusedException(
                    Refusal.INVALID,
                    "Invalid JSON format. State update cancelled.",
                    "Write it like {\"cursor\": \"2025-03-06 20:20:20\"}."))),
        false);
  }

  private static Value.Mapping object(Value value) {
    if (value instanceof Value.Mapping state) {
      return state;
    }
    throw new RefusedException(
        Refusal.INVALID,
        "a state is a JSON object, and this is none. State update cancelled.",
        "Write it like {\"cursor\": \"2025-03-06 20:20:20\"}.");
  }

  private static Optional<Value> json(String text) {
    try {
      return Optional.of(ValueJson.read(text));
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }
}
