package dev.ftctl.kinds.schemasettings;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// Settings as they are declared, for a connection that has no schema configuration yet. Patterns
/// wait until there are names to match.
final class DeclaredSettings {

  private final SchemaPatch body = new SchemaPatch();
  private final List<FieldChange> changes = new ArrayList<>();

  private DeclaredSettings() {}

  static DeclaredSettings of(Settings settings) {
    var declared = new DeclaredSettings();
    // The API wants `schemas` in a pre-creation, even when it is empty (fivetran-quirks 2.5).
    declared.body.root("schemas", Value.Mapping.EMPTY);
    settings
        .policy()
        .ifPresent(policy -> {
          declared.body.root(Settings.POLICY, settings.policyValue());
          declared.field(Settings.POLICY, settings.policyValue(), policy.name());
        });
    // The API takes it in a PATCH only (fivetran-quirks 2.5).
    if (!settings.typeLock().isAbsent()) {
      declared.field(Settings.TYPE_LOCK, settings.typeLock(), settings.typeLock().asText());
    }
    declared.level(List.of(), settings.schemas());
    return declared;
  }

  Findings findings() {
    return Findings.of(changes);
  }

  /// The body of the pre-creation.
  Value.Mapping body() {
    return body.body();
  }

  private void level(List<String> path, SequencedMap<String, WantedElement> wishes) {
    wishes.forEach((name, wish) -> {
      List<String> here = SchemaPatch.plus(path, name);
      wish.isEnabled()
          .ifPresent(on -> add(here, "enabled", wish.enabled(), on ? "enabled" : "excluded"));
      wish.isHashed().ifPresent(on -> add(here, "hashed", wish.hashed(), on ? "hashed" : "plain"));
      if (!wish.syncMode().isAbsent()) {
        add(here, "sync_mode", wish.syncMode(), wish.syncMode().asText());
      }
      wish.more()
          .entries()
          .forEach((member, value) -> {
            if (here.stream().noneMatch(Glob::isGlob)) {
              body.set(here, member, value);
            }
            changes.add(
                FieldChange.set(
                    new FieldPath(SchemaPatch.plus(here, member)), Value.ABSENT, value));
          });
      level(here, wish.children());
    });
  }

  private void add(List<String> path, String member, Value value, String word) {
    if (path.stream().noneMatch(Glob::isGlob)) {
      body.set(path, member, value);
    }
    add(path, SchemaPatch.written(path, member), value, word);
  }

  private void field(String name, Value value, String word) {
    add(List.of(name), FieldPath.of(name), value, word);
  }

  private void add(List<String> path, FieldPath written, Value value, String word) {
    changes.add(
        new FieldChange(
            new FieldPath(path), Value.ABSENT, value, "", word, Effect.SET, "", written));
  }
}
