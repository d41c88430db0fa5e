package dev.ftctl.kinds.transformationproject;

import static dev.ftctl.kinds.transformationproject.ProjectFields.DBT_CORE;
import static dev.ftctl.kinds.transformationproject.ProjectFields.GROUP_ID;
import static dev.ftctl.kinds.transformationproject.ProjectFields.MERGED;
import static dev.ftctl.kinds.transformationproject.ProjectFields.TYPE;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.TransformationProjectsApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.plain.Tested;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Projects as they are written: no call but the test runs it, so that one whose test fails is
/// there, and its key can be read.
record TestedProjects(
    TransformationProjectDefinition definition, Account account, TransformationProjectsApi api)
    implements Tested {

  private static final String RUN_TESTS = "run_tests";

  @Override
  public Value.Mapping create(Value.Mapping body, boolean tests) {
    Value.Mapping typed = body.get(TYPE).isAbsent() ? body.with(TYPE, Value.text(DBT_CORE)) : body;
    return api.create(Variables.asList(typed).with(RUN_TESTS, Value.bool(false)));
  }

  @Override
  public Value.Mapping update(Change.Update update, Value.Mapping body, boolean tests) {
    return api.update(
        update.live().id().value(),
        Variables.asList(Variables.only(body, update.wanted().spec()))
            .with(RUN_TESTS, Value.bool(false)));
  }

  @Override
  public void delete(String id) {
    api.delete(id);
  }

  @Override
  public Value.Mapping test(String id) {
    return api.test(id);
  }

  @Override
  public Optional<Value.Mapping> find(Resource wanted, Ids ids) {
    Optional<String> identity = definition.identity(wanted, ids);
    return alike(wanted, ids, Duration.ZERO).stream()
        .filter(live -> identity.equals(Optional.of(live.identity())))
        .map(Live::fields)
        .findFirst();
  }

  /// Those of the group, in detail.
  @Override
  public List<Live> alike(Resource wanted, Ids ids, Duration age) {
    var reader = new ProjectReader(api);
    String groupId = definition.groupId(wanted, ids).orElse("");
    return account.shared(TransformationProjectDefinition.SLUG, age, reader::list).stream()
        .filter(live -> live.fields().text(GROUP_ID).equals(groupId))
        .map(live -> reader.details(live, new Interest.Whole()))
        .toList();
  }

  @Override
  public Set<String> merged() {
    return MERGED;
  }

  @Override
  public boolean runsAtFirst(Resource wanted, Intent intent) {
    return Standing.runs(intent);
  }

  @Override
  public boolean runsAfter(Change.Update update, Intent intent) {
    return Standing.runsAfter(update, intent);
  }

  @Override
  public StepResult result(Value.Mapping answer) {
    return Standing.result(answer);
  }
}
