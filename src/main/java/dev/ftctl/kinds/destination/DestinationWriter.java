package dev.ftctl.kinds.destination;

import dev.ftctl.fivetran.api.CertificatesApi;
import dev.ftctl.fivetran.api.DestinationsApi;
import dev.ftctl.kind.Bodies;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.FieldChange;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.setuptest.TestResults;
import dev.ftctl.kind.setuptest.TrustedKeys;
import dev.ftctl.model.ApiException;
import dev.ftctl.model.Ids;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
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
          test(keep.live().id().value(), keep.wanted(), TrustedKeys.of(keep.wanted()));
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private StepResult create(Resource wanted, Ids ids, Intent intent) {
    boolean tests = intent.setupTests() != Intent.SetupTests.NEVER;
    Value.Mapping said = Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
    Value.Mapping body = trusting(said.with(RUN_TESTS, Value.bool(tests)), wanted);
    Value.Mapping created =
        Writes.create(() -> api.create(body), () -> find(said.text("group_id")));
    ids.put(wanted.address(), new RemoteId(created.text("id")));
    return tests ? settled(created.text("id"), created, wanted) : StepResult.DONE;
  }

  private StepResult update(Change.Update update, Ids ids, Intent intent) {
    Resource wanted = update.wanted();
    String id = update.live().id().value();
    List<FieldChange> changes = update.findings().fields();
    boolean tests = DestinationDefinition.asksForTests(changes, intent);
    Value.Mapping said =
        Bodies.patch(
            definition.fields(wanted.spec()),
            changes,
            wanted.spec(),
            update.live().fields(),
            ids,
            DestinationDefinition.MERGED);
    Value.Mapping body = tests ? trusting(said.with(RUN_TESTS, Value.bool(true)), wanted) : said;
    Value.Mapping updated = Writes.repeat(() -> api.update(id, body));
    return tests ? settled(id, updated, wanted) : StepResult.DONE;
  }

  private StepResult delete(RemoteId id) {
    Writes.delete(() -> api.delete(id.value()));
    return StepResult.DONE;
  }

  /// Tests may fail the first time and pass the second (fivetran-quirks Q65); an answer that was
  /// lost tells of none. Keys that they met and that the manifest pins are approved before.
  private StepResult settled(String id, Value.Mapping answer, Resource wanted) {
    boolean isSettled = TestResults.ran(answer) && TestResults.failures(answer).isEmpty();
    if (isSettled) {
      return StepResult.DONE;
    }
    var trusted = TrustedKeys.of(wanted);
    approve(trusted, answer, id);
    return test(id, wanted, trusted);
  }

  /// Runs the tests, and again as long as they meet another key that is pinned.
  private StepResult test(String id, Resource wanted, TrustedKeys trusted) {
    Value.Mapping body = trusting(Value.Mapping.EMPTY, wanted);
    Value.Mapping answer;
    do {
      answer = Writes.repeat(() -> api.test(id, body));
    } while (approve(trusted, answer, id));
    return TestResults.result(answer);
  }

  private boolean approve(TrustedKeys trusted, Value.Mapping answer, String id) {
    return trusted.approve(
        answer,
        (list, body) -> Writes.repeat(() -> certificates.approveForDestination(id, list, body)));
  }

  /// What the manifest says of trust; silence is the API's own default, which is no trust.
  private static Value.Mapping trusting(Value.Mapping body, Resource wanted) {
    Value.Mapping trusting = body;
    for (String flag : DestinationFields.TRUST) {
      Value said = wanted.spec().get(flag);
      trusting = said.isBlank() ? trusting : trusting.with(flag, said);
    }
    return trusting;
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
}
