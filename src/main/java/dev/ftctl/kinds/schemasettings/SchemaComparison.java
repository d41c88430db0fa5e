package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.Risk;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Wanted settings against a live configuration. Used once, by one thread.
final class SchemaComparison {

  static final String LOCKED = "locked-element";

  private final Settings settings;
  private final Value.Mapping live;
  private final ChangePolicy livePolicy;
  private final SyncModes modes;
  private boolean needsPolicy;
  private final SchemaFindings found = new SchemaFindings();
  private final MissingElements missing;

  private SchemaComparison(Settings settings, Value.Mapping live) {
    this.settings = settings;
    this.live = live;
    this.modes = SyncModes.of(live);
    this.livePolicy = ChangePolicy.named(live.text(Settings.POLICY)).orElse(ChangePolicy.ALLOW_ALL);
    this.missing = new MissingElements(settings.policy().orElse(livePolicy), found);
  }

  static SchemaFindings of(Settings settings, Value.Mapping live) {
    var comparison = new SchemaComparison(settings, live);
    comparison.policy();
    comparison.typeLock();
    comparison.schemas();
    comparison.untold();
    comparison.missing.tell();
    return comparison.found;
  }

  /// Answers were seen without a policy (fivetran-quirks 2.5). What depends on it can't be judged:
  /// neither the declared policy, nor columns that nobody listed.
  private void untold() {
    if (live.get(Settings.POLICY).isBlank() && (needsPolicy || settings.policy().isPresent())) {
      found.problem(
          Problem.error(
              settings.policyValue().origin().place(),
              "untold-policy",
              Settings.POLICY,
              "Fivetran's answer does not say " + Settings.POLICY + ", so what it rules is unknown",
              "run the command again, or look at the connection in Fivetran"));
    }
  }

  private void policy() {
    if (settings.policy().isEmpty() || live.get(Settings.POLICY).isBlank()) {
      return;
    }
    ChangePolicy wanted = settings.policy().get();
    String is = live.text(Settings.POLICY);
    if (wanted.name().equalsIgnoreCase(is)) {
      found.same();
      return;
    }
    found.root(Settings.POLICY, live.get(Settings.POLICY), settings.policyValue(), is);
    if (wanted.isLooserThan(livePolicy)) {
      found.risk(Risk.EXPOSE, "the policy becomes looser: what is new will sync");
    }
  }

  /// Answers do not tell it (fivetran-quirks 2.5), so nobody can see whether it is set.
  private void typeLock() {
    Value wanted = settings.typeLock();
    Value is = live.get(Settings.TYPE_LOCK);
    if (wanted.isAbsent() || wanted.equals(is)) {
      return;
    }
    if (is.isAbsent()) {
      found.untold(Settings.TYPE_LOCK, wanted);
    } else {
      found.root(Settings.TYPE_LOCK, is, wanted, is.asText());
    }
  }

  private void schemas() {
    Map<String, Element> known = elements(List.of(), live.mapping("schemas"));
    missing.noteIdle(List.of(), settings.schemas(), known.keySet());
    Map<String, WantedElement> wishes = Settings.resolved(settings.schemas(), known.keySet());
    wishes.forEach((name, wish) -> {
      var written = new Written(List.of(), settings.schemas(), name, wish);
      there(written, known, true, false).ifPresent(schema -> schema(schema, written));
    });
    align(known, wishes.keySet());
  }

  private void schema(Element schema, Written written) {
    WantedElement wish = written.wish();
    boolean starts = wish.isEnabled().equals(Optional.of(true)) && !schema.isEnabled(livePolicy);
    boolean isOn = wish.leavesOn(schema.fields());
    enabled(schema, wish);
    found.more(schema, wish);
    Map<String, Element> tables = elements(schema.path(), schema.below("tables"));
    if (starts) {
      countUnlisted(schema, tables, wish);
    }
    missing.noteIdle(written.path(), wish.children(), tables.keySet());
    Map<String, WantedElement> wishes = Settings.resolved(wish.children(), tables.keySet());
    wishes.forEach((name, child) -> {
      var below = new Written(written.path(), wish.children(), name, child);
      there(below, tables, isOn, wish.isOff())
          .ifPresent(table -> table(table, below, isOn, wish.isOff()));
    });
    align(tables, wishes.keySet());
  }

  private void table(Element table, Written written, boolean isSchemaOn, boolean isSchemaIdle) {
    WantedElement wish = written.wish();
    enabled(table, wish);
    modes.compare(table, wish, found);
    found.more(table, wish);
    if (wish.children().isEmpty()) {
      return;
    }
    boolean isOn = isSchemaOn && wish.leavesOn(table.fields());
    if (!table.takesColumns()) {
      wish.children().values().forEach(missing::isThere);
      FixedColumns.of(table, wish).tell(found, isOn);
      return;
    }
    Map<String, Element> columns = elements(table.path(), table.below("columns"));
    boolean isIdle = isSchemaIdle || wish.isOff();
    var unlisted = new UnlistedColumns(table, wish, livePolicy, isOn, isIdle);
    if (unlisted.areKnown()) {
      missing.noteIdle(written.path(), wish.children(), columns.keySet());
    }
    Map<String, WantedElement> wishes = Settings.resolved(wish.children(), columns.keySet());
    wishes.forEach((name, child) -> {
      if (columns.containsKey(name) || unlisted.areKnown()) {
        var below = new Written(written.path(), wish.children(), name, child);
        there(below, columns, isOn, isIdle).ifPresent(column -> column(column, child));
      } else if (unlisted.isCompared(name, child)) {
        missing.isThere(child);
        column(
            new Element(SchemaPatch.plus(table.path(), name), Value.Mapping.EMPTY, false), child);
      } else {
        missing.isThere(child);
      }
    });
    unlisted.tell(found);
    align(columns, wishes.keySet());
  }

  /// @param isOn whether what stands above it syncs
  /// @param isIdle whether the manifest excludes what stands above it, so that it can't be missed
  private Optional<Element> there(
      Written written, Map<String, Element> known, boolean isOn, boolean isIdle) {
    Element element = known.get(written.name());
    if (element == null) {
      if (!isIdle) {
        missing.isMissing(written, known.keySet(), isOn);
      }
      return Optional.empty();
    }
    missing.isThere(written.wish());
    return Optional.of(element);
  }

  private void column(Element column, WantedElement wish) {
    needsPolicy |= column.fields().get("enabled").isBlank();
    enabled(column, wish);
    hashed(column, wish);
    found.more(column, wish);
  }

  private void hashed(Element column, WantedElement wish) {
    Optional<Boolean> wanted = wish.isHashed();
    if (wanted.isEmpty()) {
      return;
    }
    boolean is = column.isHashed();
    if (wanted.get() == is) {
      found.same();
      return;
    }
    found.set(
        column,
        "hashed",
        Value.bool(is),
        wish.hashed(),
        SchemaFindings.hashWord(is),
        SchemaFindings.hashWord(wanted.get()),
        "re-sync of 1 table");
    found.risk(Risk.RESYNC, column.label());
    if (wanted.get()) {
      found.unprotected(column.label());
    } else {
      found.bares(column.label());
    }
  }

  private void enabled(Element element, WantedElement wish) {
    Optional<Boolean> wanted = wish.isEnabled();
    if (wanted.isEmpty()) {
      return;
    }
    boolean is = element.isEnabled(livePolicy);
    if (wanted.get() == is) {
      found.same();
    } else if (element.isLocked()) {
      locked(element, wish, is);
    } else {
      found.set(
          element,
          "enabled",
          Value.bool(is),
          wish.enabled(),
          SchemaFindings.switchWord(is),
          SchemaFindings.switchWord(wanted.get()),
          "");
      if (wanted.get()) {
        found.starts(element.label());
      } else {
        found.unprotected(element.label());
      }
    }
  }

  /// Stricter than declared is worth a note; looser is an error of this connection alone.
  private void locked(Element element, WantedElement wish, boolean is) {
    String reason = element.lockReason().isEmpty() ? "" : " (" + element.lockReason() + ")";
    if (!is) {
      found.note(element.label() + " is locked as excluded" + reason);
      return;
    }
    found.refuse(
        Problem.error(
            wish.place(),
            LOCKED,
            element.label(),
            element.label() + " can't be excluded: Fivetran has locked it" + reason,
            SchemaFindings.LEFT_OUT),
        List.of(element.label()));
  }

  /// `unlisted: align`: the policy rules what is not listed. It never un-hashes, and leaves what is
  /// locked.
  private void align(Map<String, Element> known, Set<String> listed) {
    if (!settings.isAligned()) {
      return;
    }
    needsPolicy = true;
    ChangePolicy policy = settings.policy().orElse(livePolicy);
    for (Element element : known.values()) {
      boolean wanted = policy.allows(element);
      boolean is = element.isEnabled(livePolicy);
      if (!listed.contains(element.path().getLast()) && wanted != is && !element.isLocked()) {
        found.set(
            element,
            "enabled",
            Value.bool(is),
            Value.bool(wanted),
            SchemaFindings.switchWord(is),
            SchemaFindings.switchWord(wanted),
            "unlisted: align");
        if (wanted) {
          found.risk(Risk.EXPOSE, element.label() + " starts to sync and is not named");
        }
      }
    }
  }

  private void countUnlisted(Element schema, Map<String, Element> tables, WantedElement wish) {
    long unlisted =
        tables.values().stream()
            .filter(table ->
                table.isEnabled(livePolicy) && !wish.children().containsKey(table.path().getLast()))
            .count();
    if (unlisted > 0) {
      found.risk(
          Risk.EXPOSE,
          "enabling " + schema.label() + " starts " + unlisted + " tables that are not named");
    }
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
}
