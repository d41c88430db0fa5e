package dev.ftctl.check;

import dev.ftctl.yaml.Node;
import java.util.Optional;

/// A field that has to differ.
///
/// @param path as a plan prints it: `config.host`, `public.users.ssn`
/// @param from what it is; empty where nobody cares
/// @param to what it becomes; empty where nobody cares
record ExpectedField(String path, Optional<Node> from, Optional<Node> to) {

  String line() {
    if (from.isEmpty() && to.isEmpty()) {
      return path;
    }
    String before = from.map(SeenValue::written).map(text -> text + " ").orElse("");
    return path + ": " + before + "→ " + to.map(SeenValue::written).orElse("…");
  }
}
