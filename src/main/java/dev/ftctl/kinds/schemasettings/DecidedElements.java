package dev.ftctl.kinds.schemasettings;

import dev.ftctl.kind.PartOf.SourceElement;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/// Every element that settings decide about, as it will be. What the manifest lists and says
/// nothing of counts as enabled and not hashed, whatever the account has, so that the answer is the
/// same offline.
final class DecidedElements {

  private static final List<String> BELOW = List.of("tables", "columns", "");

  private final Settings settings;
  private final ChangePolicy livePolicy;
  private final List<SourceElement> elements = new ArrayList<>();

  private DecidedElements(Settings settings, ChangePolicy livePolicy) {
    this.settings = settings;
    this.livePolicy = livePolicy;
  }

  /// @param live the configuration of the account, empty where nothing is known of it
  static List<SourceElement> of(Resource wanted, Value.Mapping live) {
    Settings settings = Settings.of(wanted);
    ChangePolicy policy =
        ChangePolicy.named(live.text(Settings.POLICY)).orElse(ChangePolicy.ALLOW_ALL);
    var decided = new DecidedElements(settings, policy);
    decided.level(
        List.of(), settings.schemas(), live.mapping("schemas"), new Above(true, wanted.place()));
    return decided.elements;
  }

  private record Above(boolean isEnabled, SourceLocation place) {}

  private void level(
      List<String> path,
      SequencedMap<String, WantedElement> wishes,
      Value.Mapping live,
      Above above) {
    var names = new LinkedHashSet<>(wishes.keySet());
    names.addAll(live.entries().keySet());
    SequencedMap<String, WantedElement> resolved =
        Settings.resolved(wishes, live.entries().keySet());
    for (String name : names) {
      WantedElement wish = wishes.getOrDefault(name, resolved.get(name));
      var element = new Element(SchemaPatch.plus(path, name), live.mapping(name), true);
      boolean isColumnOfSilence = path.size() == 2 && wishes.isEmpty();
      if (wish == null) {
        boolean isOn = above.isEnabled() && unlisted(element, isColumnOfSilence);
        add(
            new SourceElement(
                element.path(), isOn, element.isHashed(), element.syncMode(), false, above.place()),
            element,
            new LinkedHashMap<>());
      } else {
        boolean isOn = above.isEnabled() && wish.isEnabled().orElse(true);
        String mode = wish.syncMode().isAbsent() ? element.syncMode() : wish.syncMode().asText();
        add(
            new SourceElement(
                element.path(), isOn, wish.isHashed().orElse(false), mode, true, wish.place()),
            element,
            wish.children());
      }
    }
  }

  private void add(
      SourceElement decided, Element live, SequencedMap<String, WantedElement> children) {
    elements.add(decided);
    String below = BELOW.get(decided.path().size() - 1);
    if (!below.isEmpty()) {
      var above = new Above(decided.isEnabled(), decided.place());
      level(decided.path(), children, live.below(below), above);
    }
  }

  /// `unlisted: align` will have switched it to what the policy says.
  private boolean unlisted(Element element, boolean isLeft) {
    if (!settings.isAligned() || isLeft || element.isLocked()) {
      return element.isEnabled(livePolicy);
    }
    return settings.policy().orElse(livePolicy).allows(element);
  }
}
