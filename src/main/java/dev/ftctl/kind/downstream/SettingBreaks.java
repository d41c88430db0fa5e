package dev.ftctl.kind.downstream;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a change of schema settings breaks. What did not sync before is no loss to anybody.
public final class SettingBreaks {

  private static final List<String> LEVELS = List.of("schemas", "tables", "columns");
  private static final String ENABLED = "enabled";

  private SettingBreaks() {}

  /// @param fields that change
  /// @param live the configuration before
  public static List<Break> of(List<FieldChange> fields, Value.Mapping live) {
    var breaks = new ArrayList<Break>();
    for (FieldChange field : fields) {
      of(field, live).ifPresent(breaks::add);
    }
    return List.copyOf(breaks);
  }

  private static Optional<Break> of(FieldChange field, Value.Mapping live) {
    List<String> path = field.path().segments();
    List<String> written = field.written().segments();
    if (path.size() == 1 && written.size() == 1) {
      // The policy breaks nothing that is there, and no plan sees the lock of types change: no
      // answer tells it.
      return Optional.empty();
    }
    // A member that ftctl does not know stands behind the element's own names.
    boolean isOther = written.equals(path);
    List<String> element = isOther ? path.subList(0, path.size() - 1) : path;
    if (!syncs(element, live)) {
      return Optional.empty();
    }
    return effect(isOther ? "" : written.getLast(), field).map(effect -> Break.of(effect, element));
  }

  private static Optional<Effect> effect(String member, FieldChange field) {
    boolean isOn = field.after().equals(Value.bool(true));
    return switch (member) {
      case ENABLED -> isOn ? Optional.empty() : Optional.of(Effect.EXCLUDED);
      case "hashed" -> Optional.of(isOn ? Effect.HASHED : Effect.UNHASHED);
      case "sync_mode" -> Optional.of(Effect.REMODELLED);
      default -> Optional.of(Effect.RETYPED);
    };
  }

  /// Whether neither the element nor what stands above it is off.
  private static boolean syncs(List<String> element, Value.Mapping live) {
    Value.Mapping here = live;
    for (int level = 0; level < element.size(); level++) {
      here = here.mapping(LEVELS.get(level)).mapping(element.get(level));
      if (here.get(ENABLED).equals(Value.bool(false))) {
        return false;
      }
    }
    return true;
  }
}
