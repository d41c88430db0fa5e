package dev.ftctl.kind.plain;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.compare.Bodies;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Creates, replaces and deletes objects of which something is told once. Sink and reserve are open
/// before it can be told. What was told in an answer that got lost is made anew, so that it can be
/// handed out.
///
/// @param facet of the definition
/// @param reader its list tells whether a creation was carried out of which the answer was lost
public record HandoutWriter(
    KindDefinition definition, Facets.HandsOutOnce facet, KindReader reader, HandoutCalls calls)
    implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> make(create.wanted(), Optional.empty(), ids, intent);
      case Change.Replace replace ->
          make(replace.wanted(), Optional.of(replace.live().id()), ids, intent);
      case Change.Update update -> renew(update.wanted(), update.live().id(), ids, intent);
      case Change.Delete delete -> {
        delete(delete.live().id());
        yield StepResult.DONE;
      }
      case Change.Keep keep -> finish(keep.wanted(), keep.live().id(), ids, intent);
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private StepResult make(Resource wanted, Optional<RemoteId> old, Ids ids, Intent intent) {
    try (Handouts.Handout handout = intent.handouts().open(wanted.address(), "")) {
      Optional<RemoteId> taken = find(wanted, ids).filter(id -> !Optional.of(id).equals(old));
      if (taken.isPresent()) {
        return new StepResult.Overtaken("made by somebody else since the plan: id " + taken.get());
      }
      old.ifPresent(this::delete);
      Value.Mapping body = Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
      handout.sending();
      Value.Mapping answer = answer(body, wanted, ids, handout);
      var id = new RemoteId(answer.text("id"));
      ids.put(wanted.address(), id);
      return hand(handout, id, tellsAll(answer) ? answer : renewed(wanted, id, ids));
    }
  }

  private Value.Mapping answer(
      Value.Mapping body, Resource wanted, Ids ids, Handouts.Handout handout) {
    try {
      return Writes.create(
          () -> calls.create().apply(body),
          () -> find(wanted, ids).map(id -> renewed(wanted, id, ids)));
    } catch (ApiException refused) {
      if (!refused.failure().isAmbiguous() && isSurelyNotThere(wanted, ids)) {
        handout.discard();
      }
      throw refused;
    }
  }

  private boolean isSurelyNotThere(Resource wanted, Ids ids) {
    try {
      return find(wanted, ids).isEmpty();
    } catch (ApiException unknown) {
      return false;
    }
  }

  /// What an earlier run began.
  private StepResult finish(Resource wanted, RemoteId id, Ids ids, Intent intent) {
    Address address = wanted.address();
    return switch (intent.handouts().left(address, id).state()) {
      case NOTHING -> StepResult.DONE;
      case KEPT -> result(intent.handouts().deliver(address, id));
      case LOST -> renew(wanted, id, ids, intent);
    };
  }

  private StepResult renew(Resource wanted, RemoteId id, Ids ids, Intent intent) {
    try (Handouts.Handout handout = intent.handouts().open(wanted.address(), id.value())) {
      handout.sending();
      return hand(handout, id, renewed(handout, wanted, id, ids));
    }
  }

  /// A refusal leaves the old ones in force.
  private Value.Mapping renewed(Handouts.Handout handout, Resource wanted, RemoteId id, Ids ids) {
    try {
      return renewed(wanted, id, ids);
    } catch (ApiException refused) {
      if (!refused.failure().isAmbiguous()) {
        handout.discard();
      }
      throw refused;
    }
  }

  private StepResult hand(Handouts.Handout handout, RemoteId id, Value.Mapping answer) {
    var told = new LinkedHashMap<String, Value>();
    facet.told().forEach(name -> told.put(name, answer.get(name)));
    return result(handout.hand(id, Value.Mapping.of(told)));
  }

  private static StepResult result(Handouts.Handed handed) {
    return handed.isComplete()
        ? new StepResult.Done(List.of(handed.told()))
        : new StepResult.Unfinished(handed.told());
  }

  private boolean tellsAll(Value.Mapping answer) {
    return facet.told().stream().noneMatch(name -> answer.get(name).isBlank());
  }

  /// With the id, which not every answer repeats.
  private Value.Mapping renewed(Resource wanted, RemoteId id, Ids ids) {
    Value.Mapping said = Bodies.create(definition.fields(wanted.spec()), wanted.spec(), ids);
    return Writes.repeat(() -> calls.renewal().of(id.value(), said))
        .with("id", Value.text(id.value()));
  }

  private void delete(RemoteId id) {
    Writes.delete(() -> calls.delete().accept(id.value()));
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
}
