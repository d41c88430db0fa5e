package dev.ftctl.kind.plain;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
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
/// @param isSent whether a changed field goes into the body of the update; not what calls of its
///   own change
/// @param afterwards makes those calls
public record PlainWriter(
    KindDefinition definition,
    KindReader reader,
    PlainCalls calls,
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

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    switch (step.change()) {
      case Change.Create create -> create(create.wanted(), create.findings().fields(), ids);
      case Change.Update update -> update(update, ids);
      case Change.Replace replace -> replace(replace, ids);
      case Change.Delete delete -> delete(delete.live());
      case Change.Keep keep -> {}
      case Change.Gone gone -> {}
    }
    return StepResult.DONE;
  }

  private void create(Resource wanted, List<FieldChange> changes, Ids ids) {
    Value.Mapping body = Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
    RemoteId id =
        Writes.create(
            () -> new RemoteId(calls.create().apply(body).text("id")), () -> find(wanted, ids));
    ids.put(wanted.address(), id);
    afterwards.run(id, changes, ids);
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

  private void update(Change.Update update, Ids ids) {
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
  }

  /// What is made anew starts with nothing of what the old one had.
  private void replace(Change.Replace replace, Ids ids) {
    delete(replace.live());
    create(replace.wanted(), definition.creation(replace.wanted(), ids).fields(), ids);
  }

  private void delete(Live live) {
    Writes.delete(() -> calls.delete().accept(live.id().value()));
  }
}
