package dev.ftctl.kinds.connector;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.pairing.Networks;
import dev.ftctl.kind.pairing.Schedules;
import dev.ftctl.kind.setuptest.SetupTesting;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Writes connections, step by step.
final class ConnectorWriter implements KindWriter {

  private static final String AGENT = ConnectorExport.AGENT.field();

  private final ConnectionsApi api;
  private final CertificatesApi certificates;
  private final ConnectorDefinition definition;

  ConnectorWriter(
      ConnectionsApi api, CertificatesApi certificates, ConnectorDefinition definition) {
    this.api = api;
    this.certificates = certificates;
    this.definition = definition;
  }

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> activate(step, create.wanted(), ids, intent);
      case Change.Replace replace -> replaceOrActivate(step, replace, ids, intent);
      case Change.Update update -> update(step, update, ids, intent);
      case Change.Keep keep -> activate(step, keep.wanted(), ids, intent);
      case Change.Delete delete -> delete(delete.live(), delete, ids);
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private StepResult replaceOrActivate(Step step, Change.Replace replace, Ids ids, Intent intent) {
    if (step.name() == StepName.REPLACE) {
      // Names are unique within a group, so the old connection goes before the new one comes
      // (fivetran-quirks 6).
      Writes.delete(() -> api.delete(replace.live().id().value()));
      return create(replace.wanted(), ids);
    }
    return activate(step, replace.wanted(), ids, intent);
  }

  private StepResult activate(Step step, Resource wanted, Ids ids, Intent intent) {
    return switch (step.name()) {
      case CREATE -> create(wanted, ids);
      case TEST -> test(idOf(step, ids), wanted);
      case REST -> rest(wanted, ids);
      case FINISH -> finish(idOf(step, ids), wanted, intent);
      case UPDATE, REPLACE, DELETE, MOVE, SETTLE, DROP, CHECK -> throw unknown(step);
    };
  }

  private StepResult create(Resource wanted, Ids ids) {
    Value.Mapping body =
        Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids)
            .with("paused", Value.bool(true))
            .with("run_setup_tests", Value.bool(false));
    Value.Mapping made = Writes.create(() -> api.create(body), () -> again(wanted, ids));
    ids.put(wanted.address(), new RemoteId(made.text("id")));
    if (wanted.spec().get(AGENT) instanceof Value.Null && !made.get(AGENT).isBlank()) {
      leaveAgent(made.text("id"));
    }
    return wanted.metadata().isSetUpByHand()
        ? new StepResult.Waiting("created; " + Standing.byHand(wanted))
        : StepResult.DONE;
  }

  /// Nothing tells whether a creation that says null counts as one that says nothing, which gets
  /// its destination's agent (fivetran-quirks Q19).
  private void leaveAgent(String id) {
    var body =
        Value.Mapping.of(java.util.Map.of(AGENT, Value.text("")))
            .with("run_setup_tests", Value.bool(false));
    Writes.repeat(() -> api.update(id, body));
  }

  private java.util.Optional<Value.Mapping> again(Resource wanted, Ids ids) {
    return definition
        .identity(wanted, ids)
        .flatMap(identity ->
            Pages.all(api::list).stream()
                .filter(one -> ConnectorReader.live(one).identity().equals(identity))
                .findFirst());
  }

  private StepResult update(Step step, Change.Update update, Ids ids, Intent intent) {
    String id = update.live().id().value();
    return switch (step.name()) {
      case UPDATE -> patch(id, update, ids, intent);
      case TEST -> test(id, update.wanted());
      case REST -> rest(update.wanted(), ids);
      case FINISH -> finish(id, update.wanted(), intent);
      case CREATE, REPLACE, DELETE, MOVE, SETTLE, DROP, CHECK -> throw unknown(step);
    };
  }

  private StepResult patch(String id, Change.Update update, Ids ids, Intent intent) {
    FieldTable table = definition.fields(update.wanted().spec());
    List<FieldChange> fields =
        update.findings().fields().stream()
            .filter(field -> !Activation.isUnpausing(field) && !MovedFrom.rests(field))
            .toList();
    boolean tests =
        fields.stream().anyMatch(Activation::runsSetupTests)
            && intent.setupTests() != Intent.SetupTests.NEVER
            && !Activation.isByHand(update.wanted(), update.live());
    Value.Mapping live = update.live().fields();
    Value.Mapping spec = Networks.leavingTunnel(update.wanted().spec(), live);
    Value.Mapping changed =
        Attachment.cleared(
            Bodies.patch(
                table,
                fields,
                spec,
                Schedules.leavingKind(spec, live),
                ids,
                ConnectorDefinition.MERGED));
    // Fivetran runs setup tests after each PATCH that does not say otherwise.
    Value.Mapping said = tests ? SetupTesting.trusting(changed, update.wanted()) : changed;
    Value.Mapping body = said.with("run_setup_tests", Value.bool(tests));
    Value.Mapping answer = Writes.repeat(() -> api.update(id, body));
    return tests
        ? judged(testing(id, update.wanted()).again(answer), update.wanted())
        : StepResult.DONE;
  }

  private StepResult test(String id, Resource wanted) {
    return judged(testing(id, wanted).runTwice(), wanted);
  }

  private SetupTesting testing(String id, Resource wanted) {
    return new SetupTesting(new ConnectionTests(api, certificates, id), wanted);
  }

  private StepResult judged(Value.Mapping answer, Resource wanted) {
    return ConnectionTests.judge(answer, wanted, definition.waitsForPerson(wanted));
  }

  /// Un-pauses, if the connection got so far that it may sync.
  private StepResult finish(String id, Resource wanted, Intent intent) {
    Value.Mapping details = api.details(id);
    if (!Activation.isConnected(details) && intent.setupTests() != Intent.SetupTests.NEVER) {
      return definition.waitsForPerson(wanted)
          ? new StepResult.Waiting(Standing.authorisation(wanted))
          : new StepResult.Unfinished("left paused: " + Standing.of(ConnectorReader.live(details)));
    }
    var body =
        Value.Mapping.of(java.util.Map.of("paused", Value.bool(false)))
            .with("run_setup_tests", Value.bool(false));
    Writes.repeat(() -> api.update(id, body));
    return StepResult.DONE;
  }

  /// Pauses the connection that this one was moved from.
  private StepResult rest(Resource wanted, Ids ids) {
    ids.former(wanted.address())
        .ifPresent(old -> {
          var body =
              Value.Mapping.of(java.util.Map.of("paused", Value.bool(true)))
                  .with("run_setup_tests", Value.bool(false));
          unlessGone(() -> Writes.repeat(() -> api.update(old.value(), body)));
        });
    return StepResult.DONE;
  }

  /// A document that says `absent` may have deleted it meanwhile.
  private static void unlessGone(Runnable pause) {
    try {
      pause.run();
    } catch (ApiException refused) {
      if (!refused.failure().isNotFound()) {
        throw refused;
      }
    }
  }

  private StepResult delete(Live live, Change.Delete change, Ids ids) {
    Writes.delete(() -> api.delete(live.id().value()));
    ids.remove(change.address());
    return StepResult.DONE;
  }

  private static IllegalStateException unknown(Step step) {
    return new IllegalStateException("no such step: " + step);
  }

  private static String idOf(Step step, Ids ids) {
    return ids.find(step.address())
        .map(RemoteId::value)
        .orElseThrow(() -> new IllegalStateException("no id yet of " + step.address()));
  }
}
