package dev.ftctl.kind.plain;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.StepResult;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The calls on the objects of a kind that has setup tests, and when those run. The tests meet no
/// keys that could be approved.
public interface Tested {

  /// @param tests whether setup tests are to follow
  /// @return the new object with its `id`; with `setup_tests` where this call ran them
  Value.Mapping create(Value.Mapping body, boolean tests);

  /// @param body with what changed
  /// @param tests whether setup tests are to follow
  /// @return with `setup_tests` where this call ran them
  Value.Mapping update(Change.Update update, Value.Mapping body, boolean tests);

  void delete(String id);

  /// Runs all tests.
  Value.Mapping test(String id);

  /// What a creation made of which the answer was lost.
  Optional<Value.Mapping> find(Resource wanted, Ids ids);

  /// Objects that may be what a creation would make a second time, where the API would take both.
  ///
  /// @param age how long before this call the reading of them may have begun at most
  default List<Live> alike(Resource wanted, Ids ids, Duration age) {
    return List.of();
  }

  /// The objects that a PATCH merges at their top level.
  Set<String> merged();

  /// Whether a creation is followed by tests.
  boolean runsAtFirst(Resource wanted, Intent intent);

  boolean runsAfter(Change.Update update, Intent intent);

  /// What tests came to.
  ///
  /// @param answer of the call that ran them
  StepResult result(Value.Mapping answer);
}
