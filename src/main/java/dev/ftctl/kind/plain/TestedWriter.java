package dev.ftctl.kind.plain;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.kind.setuptest.SetupTestCalls;
import dev.ftctl.kind.setuptest.SetupTesting;
import dev.ftctl.kind.setuptest.TestResults;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// Creates, changes, tests and deletes objects that have setup tests.
public record TestedWriter(KindDefinition definition, Tested tested) implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> create(create.wanted(), List.of(), ids, intent);
      case Change.Update update -> update(update, ids, intent);
      case Change.Replace replace -> replace(step.name(), replace, ids, intent);
      case Change.Delete delete -> delete(delete.live().id());
      case Change.Keep keep ->
          tested.result(testing(keep.live().id().value(), keep.wanted()).run());
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  /// @param own ids of what it takes the place of
  private StepResult create(Resource wanted, List<RemoteId> own, Ids ids, Intent intent) {
    var meeting = new Meeting(definition, age -> tested.alike(wanted, ids, age));
    Optional<String> taken = meeting.before(wanted, ids, own);
    if (taken.isPresent()) {
      return new StepResult.Overtaken(taken.get());
    }
    boolean tests = tested.runsAtFirst(wanted, intent);
    Value.Mapping body = Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
    Value.Mapping created =
        Writes.create(() -> tested.create(body, tests), () -> tested.find(wanted, ids));
    var id = new RemoteId(created.text("id"));
    List<Live> others = meeting.after(wanted, ids, id);
    if (!others.isEmpty() && !meeting.isFirst(id, others)) {
      return Meeting.isSecond(id, others);
    }
    ids.put(wanted.address(), id);
    return tests ? settled(id, created, wanted) : StepResult.DONE;
  }

  /// In one step, or in two with others between them.
  private StepResult replace(StepName step, Change.Replace replace, Ids ids, Intent intent) {
    RemoteId old = replace.live().id();
    if (step != StepName.CREATE) {
      delete(old);
    }
    return step == StepName.DROP
        ? StepResult.DONE
        : create(replace.wanted(), List.of(old), ids, intent);
  }

  private StepResult update(Change.Update update, Ids ids, Intent intent) {
    Resource wanted = update.wanted();
    boolean tests = tested.runsAfter(update, intent);
    Value.Mapping body =
        Bodies.patch(
            definition.fields(wanted.spec()),
            update.findings().fields(),
            wanted.spec(),
            update.live().fields(),
            ids,
            tested.merged());
    Value.Mapping updated = Writes.repeat(() -> tested.update(update, body, tests));
    return tests ? settled(update.live().id(), updated, wanted) : StepResult.DONE;
  }

  private StepResult delete(RemoteId id) {
    Writes.delete(() -> tested.delete(id.value()));
    return StepResult.DONE;
  }

  /// Neither an answer that was lost, and looked up, tells of tests, nor one of a call that runs
  /// none.
  private StepResult settled(RemoteId id, Value.Mapping answer, Resource wanted) {
    SetupTesting testing = testing(id.value(), wanted);
    return tested.result(TestResults.ran(answer) ? testing.again(answer) : testing.run());
  }

  private SetupTesting testing(String id, Resource wanted) {
    return new SetupTesting(new Tests(tested, id), wanted);
  }

  private record Tests(Tested tested, String id) implements SetupTestCalls {

    @Override
    public Value.Mapping test(Value.Mapping body) {
      return tested.test(id);
    }

    @Override
    public Value.Mapping approve(String list, Value.Mapping body) {
      throw new IllegalStateException("no test of " + id + " meets " + list);
    }
  }
}
