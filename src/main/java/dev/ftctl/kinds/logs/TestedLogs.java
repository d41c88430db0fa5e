package dev.ftctl.kinds.logs;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.compare.NotKept;
import dev.ftctl.kind.plain.Tested;
import dev.ftctl.kind.setuptest.TestResults;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.Optional;
import java.util.Set;

/// Log services as they are written: the calls that create and change one run its tests.
record TestedLogs(LogCalls calls) implements Tested {

  /// PATCH merges `config` at its top level.
  static final Set<String> MERGED = Set.of(LogFields.CONFIG);

  private static final String RUN_TESTS = "run_setup_tests";

  @Override
  public Value.Mapping create(Value.Mapping body, boolean tests) {
    return calls.create(body.with(RUN_TESTS, Value.bool(tests)));
  }

  @Override
  public Value.Mapping update(Change.Update update, Value.Mapping body, boolean tests) {
    boolean isSaid = tests || update.findings().fields().stream().anyMatch(NotKept::is);
    return calls.update(
        update.live().id().value(), isSaid ? body.with(RUN_TESTS, Value.bool(tests)) : body);
  }

  @Override
  public void delete(String id) {
    calls.delete(id);
  }

  @Override
  public Value.Mapping test(String id) {
    return calls.test(id);
  }

  /// By its group, whose id it has.
  @Override
  public Optional<Value.Mapping> find(Resource wanted, Ids ids) {
    try {
      return Optional.of(calls.details(group(wanted, ids)));
    } catch (ApiException missing) {
      if (missing.failure().isNotFound()) {
        return Optional.empty();
      }
      throw missing;
    }
  }

  /// The account's has none.
  private static String group(Resource wanted, Ids ids) {
    return wanted.spec().get("group") instanceof Value.Reference group
        ? ids.find(group.target()).map(RemoteId::value).orElse("")
        : "";
  }

  @Override
  public Set<String> merged() {
    return MERGED;
  }

  @Override
  public boolean runsAtFirst(Resource wanted, Intent intent) {
    return LogTesting.runsAtFirst(wanted, intent);
  }

  @Override
  public boolean runsAfter(Change.Update update, Intent intent) {
    return LogTesting.runsAfter(update, intent);
  }

  @Override
  public StepResult result(Value.Mapping answer) {
    return TestResults.resultOfOurs(answer);
  }
}
