package dev.ftctl.kinds.schemasettings;

import dev.ftctl.kind.FieldChange;
import dev.ftctl.kind.FieldChange.Effect;
import dev.ftctl.kind.Findings;
import dev.ftctl.kind.RiskFinding;
import dev.ftctl.model.FieldPath;
import dev.ftctl.model.Problem;
import dev.ftctl.model.Risk;
import dev.ftctl.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Wanted settings against a live configuration. Used once, by one thread.
final class SchemaComparison {

  private final Settings settings;
  private final Value.Mapping live;
  private final Policy livePolicy;
  private final SchemaPatch patch = new SchemaPatch();
  private final List<FieldChange> changes = new ArrayList<>();
  private final List<RiskFinding> risks = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> pending = new LinkedHashSet<>();
  private final List<String> unprotected = new ArrayList<>();
  private int unchanged;

  private SchemaComparison(Settings settings, Value.Mapping live) {
    this.settings = settings;
    this.live = live;
    this.livePolicy = Policy.named(live.text(Settings.POLICY)).orElse(Policy.ALLOW_ALL);
  }

  static SchemaComparison of(Settings settings, Value.Mapping live) {
    var comparison = new SchemaComparison(settings, live);
    comparison.policy();
    comparison.schemas();
    return comparison;
  }

  Findings findings() {
    var all = new ArrayList<>(notes);
    if (!pending.isEmpty()) {
      all.add("pending discovery: " + String.join(", ", pending));
    }
    return new Findings(changes, unchanged, 0, risks, all, problems, false);
  }

  /// The body of the PATCH that mends what differs, without what is pending or locked.
  Value.Mapping patch() {
    return patch.body();
  }

  boolean hasChanges() {
    return !changes.isEmpty();
  }

  /// Exclusions and hashings that the manifest declares and the account does not have, because the
  /// element is not known yet.
  Set<String> pending() {
    return pending;
  }

  /// Declared exclusions and hashings that are not live, whatever the reason.
  List<String> unprotected() {
    return unprotected;
  }

  private void policy() {
    if (settings.policy().isEmpty()) {
      return;
    }
    Policy wanted = settings.policy().get();
    if (wanted.name().equals(live.text(Settings.POLICY))) {
      unchanged++;
      return;
    }
    patch.root(Settings.POLICY, settings.policyValue());
    changes.add(
        FieldChange.set(
                FieldPath.of(Settings.POLICY), live.get(Settings.POLICY), settings.policyValue())
            .worded(livePolicyText(), wanted.name()));
    if (wanted.isLooserThan(livePolicy)) {
      risks.add(new RiskFinding(Risk.EXPOSE, "the policy becomes looser: what is new will sync"));
    }
  }

  private String livePolicyText() {
    return live.text(Settings.POLICY).isEmpty() ? "(not set)" : live.text(Settings.POLICY);
  }

  private void schemas() {
    Map<String, Element> known = elements(List.of(), live.mapping("schemas"));
    Settings.idle(settings.schemas(), known.keySet()).forEach(this::noteIdle);
    Map<String, Wish> wishes = Settings.resolved(settings.schemas(), known.keySet());
    wishes.forEach(
        (name, wish) -> schema(List.of(name), wish, Optional.ofNullable(known.get(name))));
    align(known, wishes.keySet());
  }

  private void schema(List<String> path, Wish wish, Optional<Element> found) {
    if (found.isEmpty()) {
      pend(path, wish);
      return;
    }
    Element schema = found.get();
    boolean starts = wish.isEnabled().equals(Optional.of(true)) && !schema.isEnabled(livePolicy);
    enabled(schema, wish);
    Map<String, Element> tables = elements(path, schema.below("tables"));
    if (starts) {
      countUnlisted(schema, tables, wish);
    }
    Settings.idle(wish.children(), tables.keySet()).forEach(this::noteIdle);
    Map<String, Wish> wishes = Settings.resolved(wish.children(), tables.keySet());
    wishes.forEach((name, child) ->
        table(SchemaPatch.plus(path, name), child, Optional.ofNullable(tables.get(name))));
    align(tables, wishes.keySet());
  }

  private void table(List<String> path, Wish wish, Optional<Element> found) {
    if (found.isEmpty()) {
      pend(path, wish);
      return;
    }
    Element table = found.get();
    enabled(table, wish);
    syncMode(table, wish);
    Map<String, Element> columns = elements(path, table.below("columns"));
    Map<String, Wish> wishes = Settings.resolved(wish.children(), columns.keySet());
    boolean complete = !table.fields().get(MissingColumns.COMPLETE).isAbsent();
    wishes.forEach((name, child) ->
        column(
            SchemaPatch.plus(path, name), child, Optional.ofNullable(columns.get(name)), complete));
    if (!wish.children().isEmpty()) {
      align(columns, wishes.keySet());
    }
  }

  /// A column that is not listed follows the policy, unless all are known and it is not among them.
  private void column(List<String> path, Wish wish, Optional<Element> found, boolean allKnown) {
    if (found.isEmpty() && allKnown) {
      pend(path, wish);
      return;
    }
    Element column = found.orElseGet(() -> new Element(path, Value.Mapping.EMPTY, false));
    enabled(column, wish);
    Optional<Boolean> hashed = wish.isHashed();
    if (hashed.isEmpty() || hashed.get() == column.isHashed()) {
      unchanged += hashed.isPresent() ? 1 : 0;
      return;
    }
    patch.set(column.path(), "hashed", wish.hashed());
    change(
        column,
        Value.bool(column.isHashed()),
        wish.hashed(),
        word(column.isHashed()),
        word(hashed.get()),
        "re-sync of 1 table");
    risks.add(new RiskFinding(Risk.RESYNC, column.label()));
    if (hashed.get()) {
      unprotected.add(column.label());
    }
  }

  private void enabled(Element element, Wish wish) {
    Optional<Boolean> wanted = wish.isEnabled();
    boolean is = element.isEnabled(livePolicy);
    if (wanted.isEmpty() || wanted.get() == is) {
      unchanged += wanted.isPresent() ? 1 : 0;
      return;
    }
    if (element.isLocked()) {
      locked(element, wish, is);
      return;
    }
    patch.set(element.path(), "enabled", wish.enabled());
    change(element, Value.bool(is), wish.enabled(), onOff(is), onOff(wanted.get()), "");
    if (!wanted.get()) {
      unprotected.add(element.label());
    }
  }

  private void locked(Element element, Wish wish, boolean is) {
    String reason = element.lockReason().isEmpty() ? "" : " (" + element.lockReason() + ")";
    if (!is) {
      notes.add(element.label() + " is locked as excluded" + reason);
      return;
    }
    problems.add(
        Problem.error(
            wish.place(),
            "locked-element",
            element.label(),
            element.label() + " can't be excluded: Fivetran has locked it" + reason,
            "take it out of the manifest, or apply the rest with --skip-blocked"));
  }

  private void syncMode(Element table, Wish wish) {
    String wanted = wish.syncMode().asText();
    if (wanted.isEmpty() || wanted.equals(table.syncMode())) {
      unchanged += wanted.isEmpty() ? 0 : 1;
      return;
    }
    if (table.syncMode().isEmpty()) {
      notes.add(table.label() + ": this connection can't switch its sync mode");
      return;
    }
    patch.set(table.path(), "sync_mode", wish.syncMode());
    change(table, Value.text(table.syncMode()), wish.syncMode(), table.syncMode(), wanted, "");
    if (table.syncMode().equals("HISTORY") || wanted.equals("LIVE")) {
      risks.add(
          new RiskFinding(
              Risk.HISTORY, table.label() + " goes from " + table.syncMode() + " to " + wanted));
    }
  }

  /// `unlisted: align`: the policy rules what is not listed. It never un-hashes, and leaves what is
  /// locked.
  private void align(Map<String, Element> known, Set<String> listed) {
    if (!settings.isAligned()) {
      return;
    }
    Policy policy = settings.policy().orElse(livePolicy);
    for (Element element : known.values()) {
      boolean wanted = element.path().size() == 3 ? policy.allowsColumns() : policy.allowsTables();
      boolean is = element.isEnabled(livePolicy);
      if (!listed.contains(element.path().getLast()) && wanted != is && !element.isLocked()) {
        patch.set(element.path(), "enabled", Value.bool(wanted));
        change(
            element,
            Value.bool(is),
            Value.bool(wanted),
            onOff(is),
            onOff(wanted),
            "unlisted: align");
        if (wanted) {
          risks.add(
              new RiskFinding(Risk.EXPOSE, element.label() + " starts to sync and is not named"));
        }
      }
    }
  }

  private void countUnlisted(Element schema, Map<String, Element> tables, Wish wish) {
    long unlisted =
        tables.values().stream()
            .filter(table ->
                table.isEnabled(livePolicy) && !wish.children().containsKey(table.path().getLast()))
            .count();
    if (unlisted > 0) {
      risks.add(
          new RiskFinding(
              Risk.EXPOSE,
              "enabling " + schema.label() + " starts " + unlisted + " tables that are not named"));
    }
  }

  private void change(
      Element element, Value before, Value after, String from, String to, String note) {
    changes.add(
        new FieldChange(new FieldPath(element.path()), before, after, from, to, Effect.SET, note));
  }

  private void pend(List<String> path, Wish wish) {
    pending.add(String.join(".", path));
    if (wish.isProtective()) {
      unprotected.add(String.join(".", path));
    }
  }

  private void noteIdle(String pattern) {
    notes.add("'" + pattern + "' matches nothing yet");
  }

  private static Map<String, Element> elements(List<String> path, Value.Mapping below) {
    var elements = new LinkedHashMap<String, Element>();
    below
        .entries()
        .forEach((name, value) -> {
          if (value instanceof Value.Mapping fields) {
            elements.put(name, new Element(SchemaPatch.plus(path, name), fields, true));
          }
        });
    return elements;
  }

  private static String onOff(boolean enabled) {
    return enabled ? "enabled" : "excluded";
  }

  private static String word(boolean hashed) {
    return hashed ? "hashed" : "plain";
  }
}
