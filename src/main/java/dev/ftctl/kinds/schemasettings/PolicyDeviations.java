package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What of a configuration is set otherwise than a policy leaves it: switched the other way, or
/// hashed or loaded in another way than usual, which no policy does. What Fivetran has locked was
/// switched by nobody.
record PolicyDeviations(ChangePolicy policy) {

  private static final List<String> LEVELS = List.of("schemas", "tables", "columns");

  /// The configuration with these elements and the way down to them.
  Value.Mapping of(Value.Mapping configuration) {
    return configuration.with(LEVELS.getFirst(), below(List.of(), configuration));
  }

  private Value.Mapping below(List<String> path, Value.Mapping fields) {
    var kept = new LinkedHashMap<String, Value>();
    fields
        .mapping(LEVELS.get(path.size()))
        .entries()
        .forEach((name, value) -> {
          if (value instanceof Value.Mapping inside) {
            kept(new Element(SchemaPatch.plus(path, name), inside, true))
                .ifPresent(rest -> kept.put(name, rest));
          }
        });
    return Value.Mapping.of(kept);
  }

  private Optional<Value.Mapping> kept(Element element) {
    Value.Mapping rest = element.fields();
    boolean isOnTheWay = false;
    if (element.path().size() < LEVELS.size()) {
      Value.Mapping deeper = below(element.path(), rest);
      isOnTheWay = !deeper.entries().isEmpty();
      String level = LEVELS.get(element.path().size());
      rest = isOnTheWay ? rest.with(level, deeper) : rest.without(level);
    }
    boolean isUsual = !deviates(element) && DecidedSettings.isUsualMode(element.fields());
    return isOnTheWay || !isUsual ? Optional.of(rest) : Optional.empty();
  }

  /// Whether an element is set otherwise than the policy leaves it.
  boolean deviates(Element element) {
    boolean isSwitched =
        element.fields().get("enabled") instanceof Value.Bool enabled
            && enabled.flag() != policy.allows(element)
            && !element.isLocked();
    return isSwitched || element.isHashed();
  }
}
