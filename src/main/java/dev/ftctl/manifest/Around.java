package dev.ftctl.manifest;

import dev.ftctl.model.Near;
import java.util.List;
import java.util.Map;

/// What `${group}` and `${group.label.x}` mean: the instance of a fan-out, or nothing outside of
/// one.
///
/// @param name of the group, empty outside of a fan-out
/// @param labels of the document that describes it
record Around(String name, Map<String, String> labels) {

  static final Around NOTHING = new Around("", Map.of());

  Filled group() {
    return name.isEmpty() ? outside() : Filled.literal(name, false);
  }

  Filled label(String label) {
    if (name.isEmpty()) {
      return outside();
    }
    String text = labels.get(label);
    return text != null
        ? Filled.literal(text, false)
        : Filled.missing(
            List.of(),
            new Filled.Missing(
                "undefined-label",
                "the group '" + name + "' has no label '" + label + "'",
                Near.hint(label, labels.keySet()),
                false));
  }

  private static Filled outside() {
    return Filled.missing(
        List.of(),
        new Filled.Missing(
            "no-fan-out",
            "'${group}' means something only where a document has instances in groups",
            "",
            false));
  }
}
