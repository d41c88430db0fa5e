package dev.ftctl.kinds.destination;

import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.DestinationsApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.attached.Attachment;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.kind.compare.NotKept;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.pairing.Networks;
import dev.ftctl.kind.setuptest.SetupTestCalls;
import dev.ftctl.kind.setuptest.SetupTesting;
import dev.ftctl.kind.setuptest.TestResults;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// Creates, changes, tests and deletes destinations.
record DestinationWriter(
    DestinationsApi api, CertificatesApi certificates, DestinationDefinition definition)
    implements KindWriter {

  private static final String RUN_TESTS = "run_setup_tests";

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> create(create.wanted(), ids, intent);
      case Change.Update update -> update(update, ids, intent);
      case Change.Replace replace -> {
        delete(replace.live().id());
        yield create(replace.wanted(), ids, intent);
      }
      case Change.Delete delete -> delete(delete.live().id());
      case Change.Keep keep ->
          TestResults.result(testing(keep.live().id().value(), keep.wanted()).run());
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private StepResult create(Resource wanted, Ids ids, Intent intent) {
    boolean tests = DestinationDefinition.isTestedFirst(wanted, intent);
    Value.Mapping said = Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
    Value.Mapping body = SetupTesting.trusting(said.with(RUN_TESTS, Value.bool(tests)), wanted);
    Value.Mapping created =
        Writes.create(() -> api.create(body), () -> find(said.text("group_id")));
    ids.put(wanted.address(), new RemoteId(created.text("id")));
    if (wanted.metadata().isSetUpByHand()) {
      return new StepResult.Waiting("created; " + DestinationDefinition.ENTER);
    }
    return tests ? settled(created.text("id"), created, wanted) : StepResult.DONE;
  }

  private StepResult update(Change.Update update, Ids ids, Intent intent) {
    Resource wanted = update.wanted();
    String id = update.live().id().value();
    List<FieldChange> changes = update.findings().fields();
    boolean tests =
        DestinationDefinition.asksForTests(changes, intent)
            && !DestinationDefinition.isByHand(wanted, update.live());
    Value.Mapping said =
        Attachment.cleared(
            Bodies.patch(
                definition.fields(wanted.spec()),
                changes,
                Networks.leavingTunnel(wanted.spec(), update.live().fields()),
                update.live().fields(),
                ids,
                DestinationDefinition.MERGED));
    Value.Mapping body =
        tests
            ? SetupTesting.trusting(said.with(RUN_TESTS, Value.bool(true)), wanted)
            : changes.stream().anyMatch(NotKept::is)
                ? said.with(RUN_TESTS, Value.bool(false))
                : said;
    Value.Mapping updated = Writes.repeat(() -> api.update(id, body));
    return tests ? settled(id, updated, wanted) : StepResult.DONE;
  }

  private StepResult delete(RemoteId id) {
    Writes.delete(() -> api.delete(id.value()));
    return StepResult.DONE;
  }

  /// An answer that was lost, and looked up, tells of no tests.
  private StepResult settled(String id, Value.Mapping answer, Resource wanted) {
    SetupTesting testing = testing(id, wanted);
    return TestResults.result(TestResults.ran(answer) ? testing.again(answer) : testing.run());
  }

  private SetupTesting testing(String id, Resource wanted) {
    return new SetupTesting(new Tests(api, certificates, id), wanted);
  }

  private Optional<Value.Mapping> find(String groupId) {
    try {
      return Optional.of(api.details(groupId));
    } catch (ApiException missing) {
      if (missing.failure().isNotFound()) {
        return Optional.empty();
      }
      throw missing;
    }
  }

  private record Tests(DestinationsApi api, CertificatesApi certificates, String id)
      implements SetupTestCalls {

    @Override
    public Value.Mapping test(Value.Mapping body) {
      return api.test(id, body);
    }

    @Override
    public Value.Mapping approve(String list, Value.Mapping body) {
      return certificates.approveForDestination(id, list, body);
    }
  }
}
