package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody decided in a configuration: what is switched otherwise than its policy leaves it,
/// hashed, or loaded in another way than usual. Below what is off nothing counts, and what Fivetran
/// has locked was switched by nobody.
record DecidedSettings(ChangePolicy policy) {

  private static final List<String> LEVELS = List.of("schemas", "tables", "columns");
  private static final String MODE = "sync_mode";

  /// How tables are loaded unless somebody says otherwise (fivetran-quirks 2.5).
  private static final String USUAL_MODE = "SOFT_DELETE";

  /// The configuration with these decisions alone.
  static Value.Mapping of(Value.Mapping configuration) {
    ChangePolicy policy =
        ChangePolicy.named(configuration.text(Settings.POLICY)).orElse(ChangePolicy.ALLOW_ALL);
    return configuration.with(
        LEVELS.getFirst(), new DecidedSettings(policy).below(List.of(), configuration));
  }

  static boolean isUsualMode(Value.Mapping table) {
    return table.get(MODE).isBlank() || table.text(MODE).equals(USUAL_MODE);
  }

  private Value.Mapping below(List<String> path, Value.Mapping fields) {
    Map<String, Value> kept = new LinkedHashMap<>();
    fields
        .mapping(LEVELS.get(path.size()))
        .entries()
        .forEach((name, value) -> {
          if (value instanceof Value.Mapping inside) {
            decided(new Element(SchemaPatch.plus(path, name), inside, true))
                .ifPresent(members -> kept.put(name, members));
          }
        });
    return Value.Mapping.of(kept);
  }

  private Optional<Value.Mapping> decided(Element element) {
    Map<String, Value> members = new LinkedHashMap<>();
    boolean isOff = element.fields().get("enabled").equals(Value.bool(false));
    boolean isSwitched =
        element.fields().get("enabled") instanceof Value.Bool enabled
            && enabled.flag() != policy.allows(element)
            && !element.isLocked();
    if (isSwitched) {
      members.put("enabled", Value.bool(!isOff));
    }
    if (!isOff) {
      if (element.isHashed()) {
        members.put("hashed", Value.bool(true));
      }
      if (!isUsualMode(element.fields())) {
        members.put(MODE, element.fields().get(MODE));
      }
      if (element.path().size() < LEVELS.size()) {
        Value.Mapping deeper = below(element.path(), element.fields());
        if (!deeper.entries().isEmpty()) {
          members.put(LEVELS.get(element.path().size()), deeper);
        }
      }
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(Value.Mapping.of(members));
  }
}
