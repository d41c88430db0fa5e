package dev.ftctl.kinds.schemasettings;

import dev.ftctl.kind.finding.LiveElement;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a configuration holds beside what settings say. What lies below something that is excluded
/// does not sync, whatever its own switch says, and is left out.
final class FoundElements {

  private static final List<String> LEVELS = List.of("schemas", "tables", "columns");

  private final Settings settings;
  private final ChangePolicy policy;
  private final PolicyDeviations deviations;
  private final List<LiveElement> found = new ArrayList<>();

  private FoundElements(Settings settings, ChangePolicy policy) {
    this.settings = settings;
    this.policy = policy;
    this.deviations = new PolicyDeviations(policy);
  }

  static List<LiveElement> of(Settings settings, Value.Mapping live) {
    ChangePolicy policy =
        settings
            .policy()
            .or(() -> ChangePolicy.named(live.text(Settings.POLICY)))
            .orElse(ChangePolicy.ALLOW_ALL);
    var elements = new FoundElements(settings, policy);
    elements.level(List.of(), settings.schemas(), live.mapping(LEVELS.getFirst()));
    return elements.found;
  }

  private void level(
      List<String> path, SequencedMap<String, WantedElement> wishes, Value.Mapping live) {
    SequencedMap<String, WantedElement> resolved =
        Settings.resolved(wishes, live.entries().keySet());
    boolean isSilent = path.size() == 2 && wishes.isEmpty();
    live.entries()
        .forEach((name, value) -> {
          if (value instanceof Value.Mapping fields) {
            var element = new Element(SchemaPatch.plus(path, name), fields, true);
            WantedElement wish = resolved.get(name);
            add(element, wish != null, isSilent);
            if (path.size() < 2 && element.isEnabled(policy)) {
              SequencedMap<String, WantedElement> below =
                  wish == null ? new LinkedHashMap<>() : wish.children();
              level(element.path(), below, fields.mapping(LEVELS.get(path.size() + 1)));
            }
          }
        });
  }

  /// @param isSilent whether the document lists no column of the table at all
  private void add(Element element, boolean isNamed, boolean isSilent) {
    boolean isRuled = settings.isAligned() && !isSilent;
    boolean deviates = !isNamed && deviations.deviates(element) && (element.isHashed() || !isRuled);
    if (isSilent && !deviates) {
      return;
    }
    boolean isSwitched = !element.isLocked() && element.isEnabled(policy) != policy.allows(element);
    found.add(
        new LiveElement(
            element.path(),
            SchemaPatch.written(element.path(), isSwitched || !deviates ? "enabled" : "hashed"),
            isNamed,
            element.isEnabled(policy),
            element.isHashed(),
            deviates ? policy.name() : ""));
  }
}
