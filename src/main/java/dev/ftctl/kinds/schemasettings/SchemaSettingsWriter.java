package dev.ftctl.kinds.schemasettings;

import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes schema settings: pre-created where there is no configuration, then patched until what is
/// declared is live.
final class SchemaSettingsWriter implements KindWriter {

  private final SchemasApi api;
  private final ConnectionsApi connections;

  SchemaSettingsWriter(SchemasApi api, ConnectionsApi connections) {
    this.api = api;
    this.connections = connections;
  }

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> create(ownerId(create.wanted(), ids), create.wanted(), intent);
      case Change.Replace replace ->
          create(ownerId(replace.wanted(), ids), replace.wanted(), intent);
      case Change.Update update -> update(update, intent);
      case Change.Keep keep -> keep(keep, intent);
      case Change.Delete delete -> StepResult.DONE;
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  /// Pre-created first, so that what is declared holds from the first capture on; then, where the
  /// source can be reached, read from it and patched to the end.
  private StepResult create(String id, Resource wanted, Intent intent) {
    Settings settings = Settings.of(wanted);
    Writes.repeat(() -> api.preCreate(id, DeclaredSettings.of(settings).body()));
    if (isConnected(id)) {
      return reload(id, wanted, intent);
    }
    lockTypes(id, settings);
    // Otherwise the owner is not started before it is connected.
    List<String> open = settings.protectivePatterns();
    return intent.setupTests() == Intent.SetupTests.NEVER && !open.isEmpty()
        ? new StepResult.Held(
            "not confirmed, since the connection is not connected: " + String.join(", ", open))
        : StepResult.DONE;
  }

  private StepResult keep(Change.Keep keep, Intent intent) {
    String id = keep.live().id().value();
    return isReloaded(id, keep.wanted(), keep.findings(), intent)
        ? reload(id, keep.wanted(), intent)
        : settle(id, Settings.of(keep.wanted()), columns(id, keep.live(), intent));
  }

  /// Asked for, or due since the owner is to be started and something is missing or unknown; the
  /// source of one that is not connected can't be read.
  private boolean isReloaded(String id, Resource wanted, Findings findings, Intent intent) {
    return SchemaSettingsDefinition.isReloaded(wanted, intent)
        || findings.followUp() && isConnected(id);
  }

  private boolean isConnected(String id) {
    return connections
        .details(id)
        .mapping("status")
        .text("setup_state")
        .equalsIgnoreCase("connected");
  }

  private StepResult reload(String id, Resource wanted, Intent intent) {
    Writes.repeat(
        () -> api.reload(id, Value.Mapping.of(Map.of("exclude_mode", Value.text("PRESERVE")))));
    Settings settings = Settings.of(wanted);
    lockTypes(id, settings);
    return settle(id, settings, new SourceColumns(api, id, intent.lookups()));
  }

  /// By itself, since a creation doesn't take it and a reload changes nothing else.
  private void lockTypes(String id, Settings settings) {
    if (!settings.typeLock().isAbsent()) {
      Value.Mapping body = Value.Mapping.EMPTY.with(Settings.TYPE_LOCK, settings.typeLock());
      Writes.repeat(() -> api.update(id, body));
    }
  }

  private StepResult update(Change.Update update, Intent intent) {
    String id = update.live().id().value();
    Settings settings = Settings.of(update.wanted());
    if (isReloaded(id, update.wanted(), update.findings(), intent)) {
      return reload(id, update.wanted(), intent);
    }
    try {
      patch(id, SchemaComparison.of(settings, update.live().fields()));
    } catch (ApiException refused) {
      if (!refused.failure().isNotFound()) {
        throw refused;
      }
      // Before the first capture only what was pre-created has a name that can be patched
      // (fivetran-quirks 2.5).
      return create(id, update.wanted(), intent);
    }
    return settle(id, settings, columns(id, update.live(), intent));
  }

  /// What the plan learned of the source is not asked again.
  private SourceColumns columns(String id, Live live, Intent intent) {
    return new SourceColumns(api, id, intent.lookups()).knowing(live.fields());
  }

  /// Reads again and compares: a change of policy can make columns surface that differ
  /// (fivetran-quirks Q55), so there is a second PATCH.
  private StepResult settle(String id, Settings settings, SourceColumns columns) {
    SchemaFindings now = compared(id, settings, columns);
    for (int round = 0; round < 2 && now.isUnsettled(); round++) {
      patch(id, now);
      now = compared(id, settings, columns);
    }
    if (now.isUnsettled()) {
      List<String> open =
          now.findings().fields().stream()
              .map(field -> field.path() + " is " + field.from())
              .toList();
      return new StepResult.Unfinished("not live after two attempts: " + String.join(", ", open));
    }
    return settled(now);
  }

  private SchemaFindings compared(String id, Settings settings, SourceColumns columns) {
    return SchemaComparison.of(settings, SchemaSettingsReader.read(api, id, settings, columns));
  }

  /// What is declared and not known yet is no fault, but where it is an exclusion or a hashing, it
  /// is not live either, so the owner must not be un-paused.
  private static StepResult settled(SchemaFindings now) {
    var open = new ArrayList<>(now.refused());
    now.findings().unprotected().stream()
        .filter(gap -> !now.isRefused(gap.element()))
        .forEach(gap -> open.add(gap.text()));
    if (!open.isEmpty()) {
      return new StepResult.Held(
          "what the source has is set; not held:\n" + String.join("\n", open));
    }
    var notes = new ArrayList<String>();
    if (!now.pending().isEmpty()) {
      notes.add("pending discovery: " + String.join(", ", now.pending()));
    }
    if (!now.unkept().isEmpty()) {
      notes.add(
          "Fivetran did not keep "
              + String.join(", ", now.unkept())
              + ": take it out, if it shall not");
    }
    return new StepResult.Done(notes);
  }

  private void patch(String id, SchemaFindings comparison) {
    Value.Mapping body = comparison.patch();
    if (body.entries().isEmpty()) {
      return;
    }
    Writes.repeat(() -> api.update(id, body));
  }

  private static String ownerId(Resource wanted, Ids ids) {
    return wanted.spec().get("connector") instanceof Value.Reference connector
        ? ids.find(connector.target())
            .map(RemoteId::value)
            .orElseThrow(() -> new IllegalStateException("no id yet of " + connector.target()))
        : "";
  }
}
