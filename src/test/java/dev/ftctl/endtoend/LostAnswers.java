package dev.ftctl.endtoend;

import java.util.List;

/// What may become of one call, as the `then` of a fault rule: it is refused for now, or its answer
/// is lost, before or after it took effect.
final class LostAnswers {

  private LostAnswers() {}

  static List<String> all() {
    return List.of(
        "{'status':503,'commit':false}",
        "{'status':503,'commit':true}",
        "{'drop':'before'}",
        "{'drop':'after'}",
        "{'tornBody':true}",
        "{'status':429,'retryAfter':0}");
  }
}
