package dev.ftctl.kind.plain;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Creates, changes, replaces and deletes the objects of a plain kind.
///
/// @param reader its list tells whether a creation was carried out of which the answer was lost
/// @param meeting with others who make the same
/// @param isSent whether a changed field goes into the body of the update; not what calls of its
///   own change
/// @param afterwards makes those calls
public record PlainWriter(
    KindDefinition definition,
    KindReader reader,
    PlainCalls calls,
    Meeting meeting,
    Predicate<FieldChange> isSent,
    Afterwards afterwards)
    implements KindWriter {

  /// What it takes besides when the object itself is created or updated.
  public interface Afterwards {
    void run(RemoteId id, List<FieldChange> changes, Ids ids);
  }

  /// For a kind that needs nothing besides.
  public PlainWriter(KindDefinition definition, KindReader reader, PlainCalls calls) {
    this(definition, reader, calls, change -> true, (id, changes, ids) -> {});
  }

  public PlainWriter(
      KindDefinition definition,
      KindReader reader,
      PlainCalls calls,
      Predicate<FieldChange> isSent,
      Afterwards afterwards) {
    this(
        definition,
        reader,
        calls,
        new Meeting(definition, age -> reader.list()),
        isSent,
        afterwards);
  }

  /// The same, looking for others who make the same in lists that the account's steps share.
  public PlainWriter sharing(Account account) {
    return new PlainWriter(
        definition, reader, calls, Meeting.of(definition, reader, account), isSent, afterwards);
  }

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> create(create, ids, List.of());
      case Change.Update update -> update(update, ids);
      case Change.Replace replace -> replace(step.name(), replace, ids);
      case Change.Delete delete -> delete(delete.live());
      case Change.Keep keep -> StepResult.DONE;
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  /// Makes an object, as the step of a creation does.
  ///
  /// @param gone what this run took away before: a list that steps share may still hold it
  public StepResult create(Change.Create create, Ids ids, List<RemoteId> gone) {
    Optional<String> taken = meeting.before(create.wanted(), ids, gone);
    return taken.isPresent()
        ? new StepResult.Overtaken(taken.get())
        : create(create.wanted(), create.findings().fields(), ids);
  }

  private StepResult create(Resource wanted, List<FieldChange> changes, Ids ids) {
    Value.Mapping body = Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
    RemoteId id =
        Writes.create(
            () -> new RemoteId(calls.create().apply(body).text("id")), () -> find(wanted, ids));
    List<Live> others = meeting.after(wanted, ids, id);
    if (!others.isEmpty() && !meeting.isFirst(id, others)) {
      return Meeting.isSecond(id, others);
    }
    ids.put(wanted.address(), id);
    afterwards.run(id, changes, ids);
    return others.isEmpty()
        ? StepResult.DONE
        : new StepResult.Done(
            List.of("somebody else made it at the same time; extra: " + Meeting.shown(others)));
  }

  private Optional<RemoteId> find(Resource wanted, Ids ids) {
    return definition
        .identity(wanted, ids)
        .flatMap(identity ->
            reader.list().stream()
                .filter(live -> live.identity().equals(identity))
                .map(Live::id)
                .findFirst());
  }

  private StepResult update(Change.Update update, Ids ids) {
    RemoteId id = update.live().id();
    List<FieldChange> changes = update.findings().fields();
    Value.Mapping body =
        Bodies.patch(
            definition.fields(update.wanted().spec()),
            changes.stream().filter(isSent).toList(),
            update.wanted().spec(),
            update.live().fields(),
            ids);
    if (!body.entries().isEmpty()) {
      Writes.repeat(() -> {
        calls.update().accept(id.value(), body);
        return true;
      });
    }
    afterwards.run(id, changes, ids);
    return StepResult.DONE;
  }

  /// What is made anew starts with nothing of what the old one had; in one step, or in two with
  /// others between them.
  private StepResult replace(StepName step, Change.Replace replace, Ids ids) {
    if (step == StepName.DROP) {
      return delete(replace.live());
    }
    Optional<String> taken = meeting.before(replace.wanted(), ids, List.of(replace.live().id()));
    if (taken.isPresent()) {
      return new StepResult.Overtaken(taken.get());
    }
    if (step != StepName.CREATE) {
      delete(replace.live());
    }
    return create(replace.wanted(), definition.creation(replace.wanted(), ids).fields(), ids);
  }

  private StepResult delete(Live live) {
    Writes.delete(() -> calls.delete().accept(live.id().value()));
    return StepResult.DONE;
  }
}
