package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Mark;
import java.util.Map;

/// What `${group}`, `${group.label.x}` and `${each.…}` mean: the instance of a fan-out and the
/// entry of a `for_each`, or nothing outside of them.
///
/// @param name of the group, empty outside of a fan-out
/// @param labels of the document that describes it
/// @param isWhole whether it has no other labels: one that was refused is missing
/// @param isRevealing whether secrets are wanted themselves, to be sent
public record InstanceContext(
    String name, Map<String, String> labels, boolean isWhole, Each each, boolean isRevealing) {

  public static final InstanceContext NOTHING =
      new InstanceContext("", Map.of(), true, Each.NOTHING, false);

  public static InstanceContext of(Each each) {
    return each.isNothing() ? NOTHING : new InstanceContext("", Map.of(), true, each, false);
  }

  public InstanceContext revealing() {
    return new InstanceContext(name, labels, isWhole, each, true);
  }

  /// As a variable sees it, which means the same in every entry of a `for_each`.
  InstanceContext withoutEach() {
    return each.isNothing()
        ? this
        : new InstanceContext(name, labels, isWhole, each.outside(), isRevealing);
  }

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
            Mark.NONE,
            new Filled.Missing(
                "undefined-label",
                "the group '" + name + "' has no label '" + label + "'",
                Near.hint(label, labels.keySet()),
                !isWhole));
  }

  private static Filled outside() {
    return Filled.missing(
        Mark.NONE,
        new Filled.Missing(
            "no-fan-out",
            "'${group}' means something only where a document has instances in groups",
            "",
            false));
  }
}
