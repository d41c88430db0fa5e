package dev.ftctl.export.terraform;

import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Map;

/// What the printed configuration of a saved plan tells beyond its state.
final class Configuration {

  private Configuration() {}

  /// What resources leave to others (`ignore_changes`), by their addresses without keys. Terraform
  /// itself doesn't print it; what makes plans of other sources may.
  static void ignored(Value.Mapping module, String path, Map<String, List<String>> into) {
    String before = path.isEmpty() ? "" : path + ".";
    for (Value.Mapping resource : StateFile.mappings(module.get("resources"))) {
      Value lifecycle = resource.mapping("lifecycle").get("ignore_changes");
      Value said = lifecycle.isBlank() ? resource.get("ignore_changes") : lifecycle;
      if (said instanceof Value.Items list) {
        into.put(
            before + resource.text("type") + "." + resource.text("name"),
            list.items().stream().map(Value::asText).toList());
      }
    }
    module
        .mapping("module_calls")
        .entries()
        .forEach((name, call) -> {
          if (call instanceof Value.Mapping inside) {
            ignored(inside.mapping("module"), before + "module." + name, into);
          }
        });
  }
}
