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
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Creates, changes, replaces and deletes objects of which something is told once. Sink and reserve
/// are open before it can be told. What was told in an answer that got lost is made anew, so that
/// it can be handed out.
///
/// @param facet of the definition
/// @param reader its list tells whether a creation was carried out of which the answer was lost
public record HandoutWriter(
    KindDefinition definition, HandsOutOnce facet, KindReader reader, HandoutCalls calls)
    implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> make(create.wanted(), List.of(), ids, intent);
      case Change.Replace replace ->
          make(replace.wanted(), List.of(replace.live().id()), ids, intent);
      case Change.Update update -> update(update, ids, intent);
      case Change.Delete delete -> {
        delete(delete.live().id());
        yield StepResult.DONE;
      }
      case Change.Keep keep -> finish(keep.wanted(), keep.live().id(), ids, intent);
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private StepResult make(Resource wanted, List<RemoteId> old, Ids ids, Intent intent) {
    try (Handouts.Handout handout = intent.handouts().open(wanted.address(), "")) {
      Optional<RemoteId> taken = others(wanted, ids, old).stream().findFirst();
      if (taken.isPresent()) {
        return new StepResult.Overtaken("made by somebody else since the plan: id " + taken.get());
      }
      old.forEach(this::delete);
      handout.sending();
      Value.Mapping answer = answer(wanted, old, ids, handout);
      var id = new RemoteId(answer.text("id"));
      ids.put(wanted.address(), id);
      StepResult handed =
          hand(handout, wanted, id, isWhole(wanted, answer) ? answer : renewed(wanted, id, ids));
      return calls.isUnique() ? handed : besides(handed, others(wanted, ids, List.of(id)));
    }
  }

  /// What the API took twice, a person has to look at.
  private static StepResult besides(StepResult handed, List<RemoteId> others) {
    return others.isEmpty() || !(handed instanceof StepResult.Done(var notes))
        ? handed
        : new StepResult.Done(
            List.of(
                String.join("; ", notes)
                    + "; somebody else made one of its name at the same time: id "
                    + others.getFirst()));
  }

  private Value.Mapping answer(
      Resource wanted, List<RemoteId> old, Ids ids, Handouts.Handout handout) {
    Value.Mapping body = said(wanted, ids);
    try {
      return Writes.create(
          () -> calls.create().apply(body),
          () -> others(wanted, ids, old).stream().findFirst().map(id -> renewed(wanted, id, ids)));
    } catch (ApiException refused) {
      if (!refused.failure().isAmbiguous() && isSurelyNotThere(wanted, old, ids)) {
        handout.discard();
      }
      throw refused;
    }
  }

  private boolean isSurelyNotThere(Resource wanted, List<RemoteId> old, Ids ids) {
    try {
      return others(wanted, ids, old).isEmpty();
    } catch (ApiException unknown) {
      return false;
    }
  }

  /// What is to be told anew has its places before anything is changed.
  private StepResult update(Change.Update update, Ids ids, Intent intent) {
    Resource wanted = update.wanted();
    RemoteId id = update.live().id();
    if (!ToldSecrets.tells(update)) {
      patch(update, ids);
      return update.findings().followUp() ? finish(wanted, id, ids, intent) : StepResult.DONE;
    }
    try (Handouts.Handout handout = intent.handouts().open(wanted.address(), id.value())) {
      patch(update, ids);
      return renew(handout, wanted, id, ids);
    }
  }

  private void patch(Change.Update update, Ids ids) {
    Resource wanted = update.wanted();
    Live live = update.live();
    Value.Mapping body =
        Bodies.patch(
            definition.fields(wanted.spec()),
            update.findings().fields(),
            wanted.spec(),
            live.fields(),
            ids);
    if (!body.entries().isEmpty()) {
      Writes.repeat(() -> {
        calls.update().accept(live.id().value(), body);
        return true;
      });
    }
  }

  /// What an earlier run began.
  private StepResult finish(Resource wanted, RemoteId id, Ids ids, Intent intent) {
    return switch (intent.handouts().left(wanted.address(), id).state()) {
      case NOTHING -> StepResult.DONE;
      case KEPT -> {
        Handouts.Delivered delivered = intent.handouts().deliver(wanted.address(), id);
        yield result(delivered.handed(), wanted, delivered.told());
      }
      case LOST, BROKEN_OFF -> {
        try (Handouts.Handout handout = intent.handouts().open(wanted.address(), id.value())) {
          yield renew(handout, wanted, id, ids);
        }
      }
    };
  }

  /// A refusal leaves the old ones in force.
  private StepResult renew(Handouts.Handout handout, Resource wanted, RemoteId id, Ids ids) {
    handout.sending();
    Value.Mapping told;
    try {
      told = renewed(wanted, id, ids);
    } catch (ApiException refused) {
      if (!refused.failure().isAmbiguous()) {
        handout.discard();
      }
      throw refused;
    }
    return hand(handout, wanted, id, told);
  }

  /// Where nothing was told the sink keeps what it has, and the reserve tells the next run. What
  /// was told in part is told once, too, so it is handed out, and nobody is told that it was all.
  private StepResult hand(
      Handouts.Handout handout, Resource wanted, RemoteId id, Value.Mapping answer) {
    Value.Mapping told = told(answer);
    if (told.entries().isEmpty()) {
      return new StepResult.Unfinished(
          "Fivetran's answer told nothing of it: the next apply has it made anew");
    }
    return result(handout.hand(id, told), wanted, told);
  }

  /// Also of what an earlier run was told.
  private StepResult result(Handouts.Handed handed, Resource wanted, Value.Mapping told) {
    List<String> missing = facet.missing(wanted, told);
    if (!handed.isComplete()) {
      return new StepResult.Unfinished(handed.told());
    }
    return missing.isEmpty()
        ? new StepResult.Done(List.of(handed.told()))
        : new StepResult.Unfinished(
            handed.told()
                + ", but Fivetran's answer had no "
                + String.join(", ", missing)
                + ": --rotate-secrets="
                + wanted.address()
                + " has all made anew");
  }

  /// What of it is told, as far as it can be handed out.
  private Value.Mapping told(Value.Mapping answer) {
    var told = new LinkedHashMap<String, Value>();
    for (String name : facet.told()) {
      Value value = answer.get(name);
      boolean isScalar = value instanceof Value.Text || value instanceof Value.Num;
      if (isScalar && !value.asText().isBlank()) {
        told.put(name, value);
      }
    }
    return Value.Mapping.of(told);
  }

  private boolean isWhole(Resource wanted, Value.Mapping answer) {
    return facet.missing(wanted, told(answer)).isEmpty();
  }

  /// With the id, which not every answer repeats.
  private Value.Mapping renewed(Resource wanted, RemoteId id, Ids ids) {
    Value.Mapping said = said(wanted, ids);
    return Writes.repeat(() -> calls.renewal().of(id.value(), said))
        .with("id", Value.text(id.value()));
  }

  private Value.Mapping said(Resource wanted, Ids ids) {
    return Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
  }

  private void delete(RemoteId id) {
    Writes.delete(() -> calls.delete().accept(id.value()));
  }

  /// Objects of its natural key besides those.
  private List<RemoteId> others(Resource wanted, Ids ids, List<RemoteId> own) {
    return definition
        .identity(wanted, ids)
        .map(identity ->
            reader.list().stream()
                .filter(live -> live.identity().equals(identity))
                .map(Live::id)
                .filter(id -> !own.contains(id))
                .toList())
        .orElse(List.of());
  }
}
