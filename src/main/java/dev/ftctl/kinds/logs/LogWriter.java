package dev.ftctl.kinds.logs;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.kind.compare.NotKept;
import dev.ftctl.kind.setuptest.SetupTestCalls;
import dev.ftctl.kind.setuptest.SetupTesting;
import dev.ftctl.kind.setuptest.TestResults;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.Optional;
import java.util.Set;

/// Creates, changes, tests and deletes log services.
record LogWriter(LogCalls calls, KindDefinition definition) implements KindWriter {

  /// PATCH merges `config` at its top level.
  static final Set<String> MERGED = Set.of(LogFields.CONFIG);

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
          TestResults.resultOfOurs(testing(keep.live().id().value(), keep.wanted()).run());
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private StepResult create(Resource wanted, Ids ids, Intent intent) {
    boolean tests = LogTesting.runsAtFirst(wanted, intent);
    Value.Mapping said = Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
    Value.Mapping body = said.with(RUN_TESTS, Value.bool(tests));
    Value.Mapping created =
        Writes.create(() -> calls.create(body), () -> find(said.text("group_id")));
    ids.put(wanted.address(), new RemoteId(created.text("id")));
    return tests ? settled(created.text("id"), created, wanted) : StepResult.DONE;
  }

  private StepResult update(Change.Update update, Ids ids, Intent intent) {
    Resource wanted = update.wanted();
    String id = update.live().id().value();
    boolean tests = LogTesting.runsAfter(update, intent);
    Value.Mapping said =
        Bodies.patch(
            definition.fields(wanted.spec()),
            update.findings().fields(),
            wanted.spec(),
            update.live().fields(),
            ids,
            MERGED);
    boolean isSaid = tests || update.findings().fields().stream().anyMatch(NotKept::is);
    Value.Mapping body = isSaid ? said.with(RUN_TESTS, Value.bool(tests)) : said;
    Value.Mapping updated = Writes.repeat(() -> calls.update(id, body));
    return tests ? settled(id, updated, wanted) : StepResult.DONE;
  }

  private StepResult delete(RemoteId id) {
    Writes.delete(() -> calls.delete(id.value()));
    return StepResult.DONE;
  }

  /// An answer that was lost, and looked up, tells of no tests.
  private StepResult settled(String id, Value.Mapping answer, Resource wanted) {
    SetupTesting testing = testing(id, wanted);
    return TestResults.resultOfOurs(
        TestResults.ran(answer) ? testing.again(answer) : testing.run());
  }

  private SetupTesting testing(String id, Resource wanted) {
    return new SetupTesting(new Tests(calls, id), wanted);
  }

  private Optional<Value.Mapping> find(String id) {
    try {
      return Optional.of(calls.details(id));
    } catch (ApiException missing) {
      if (missing.failure().isNotFound()) {
        return Optional.empty();
      }
      throw missing;
    }
  }

  private record Tests(LogCalls calls, String id) implements SetupTestCalls {

    @Override
    public Value.Mapping test(Value.Mapping body) {
      return calls.test(id);
    }

    /// Their tests meet no keys that could be approved.
    @Override
    public Value.Mapping approve(String list, Value.Mapping body) {
      throw new IllegalStateException(list + " of a log service");
    }
  }
}
