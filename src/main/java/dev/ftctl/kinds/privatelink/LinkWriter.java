package dev.ftctl.kinds.privatelink;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.PrivateLinksApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.plain.PlainCalls;
import dev.ftctl.kind.plain.PlainWriter;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Creates, changes, replaces and deletes private links, and looks whether they are there. As long
/// as Fivetran is at work on one it takes neither a change nor a deletion, and a name is taken
/// until the link that had it is gone: each step looks first, and is run again in a while where it
/// has to.
final class LinkWriter implements KindWriter {

  private static final int TOO_MANY = 429;
  private static final String BUSY = "IllegalState";
  private static final String GONE = "somebody has deleted it meanwhile";
  private static final String NEXT = "; the next apply goes on";

  private final PrivateLinkDefinition definition;
  private final PrivateLinksApi api;
  private final PlainWriter plain;

  LinkWriter(
      PrivateLinkDefinition definition, PrivateLinksApi api, KindReader reader, Account account) {
    this.definition = definition;
    this.api = api;
    var calls = new PlainCalls(api::create, api::update, api::delete);
    this.plain = new PlainWriter(definition, reader, calls).sharing(account);
  }

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    if (step.isSettling()) {
      return settled(idOf(step.change(), ids));
    }
    return switch (step.change()) {
      case Change.Create create -> create(create, ids, List.of());
      case Change.Update update -> update(step, update.live().id(), ids, intent);
      case Change.Replace replace -> replace(replace, ids);
      case Change.Delete delete -> delete(delete.live().id());
      case Change.Keep keep -> StepResult.DONE;
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private static RemoteId idOf(Change change, Ids ids) {
    return change instanceof Change.Keep keep
        ? keep.live().id()
        : ids.find(change.address()).orElseThrow();
  }

  private StepResult settled(RemoteId id) {
    Optional<LinkState> state = look(id);
    if (state.isEmpty() || state.get().isGoing()) {
      return new StepResult.Failed(GONE);
    }
    if (state.get().hasFailed()) {
      return new StepResult.Failed(state.get().toString());
    }
    String word = state.get().word();
    return state.get().isOk()
        ? StepResult.DONE
        : new StepResult.NotYet(
            "it is " + word, new StepResult.Waiting("it is still " + word + NEXT, true));
  }

  private StepResult create(Change.Create create, Ids ids, List<RemoteId> gone) {
    return nameTaken(create.wanted()).orElseGet(() -> sent(create, ids, gone));
  }

  /// What the quota refuses was not made.
  private StepResult sent(Change.Create create, Ids ids, List<RemoteId> gone) {
    try {
      return plain.create(create, ids, gone);
    } catch (ApiException refused) {
      if (refused.failure().status() == TOO_MANY) {
        return new StepResult.Waiting("the quota of new private links is used up" + NEXT, true);
      }
      throw refused;
    }
  }

  private StepResult update(Step step, RemoteId id, Ids ids, Intent intent) {
    Optional<LinkState> state = look(id);
    if (state.isEmpty()) {
      return new StepResult.Failed(GONE);
    }
    String word = state.get().word();
    StepResult later =
        new StepResult.NotYet(
            "it is " + word,
            new StepResult.Waiting(
                "it is still " + word + ", so its config is not changed yet" + NEXT, true));
    return state.get().isUnderWay() ? later : unlessBusy(later, () -> plain.run(step, ids, intent));
  }

  /// Goes on from wherever it was left.
  private StepResult replace(Change.Replace replace, Ids ids) {
    StepResult deleted = delete(replace.live().id());
    if (!deleted.equals(StepResult.DONE)) {
      return deleted;
    }
    Resource wanted = replace.wanted();
    return create(
        new Change.Create(wanted, definition.creation(wanted, ids)),
        ids,
        List.of(replace.live().id()));
  }

  /// Done when it is marked.
  private StepResult delete(RemoteId id) {
    Optional<LinkState> state = look(id);
    if (state.isEmpty() || state.get().isGoing()) {
      return StepResult.DONE;
    }
    String word = state.get().word();
    StepResult later =
        new StepResult.NotYet(
            "it is " + word,
            new StepResult.Unfinished("it is still " + word + ", so it is not deleted" + NEXT));
    return unlessBusy(
        later,
        () -> {
          Writes.delete(() -> api.delete(id.value()));
          return StepResult.DONE;
        });
  }

  /// Later, where Fivetran is at work on the link.
  private static StepResult unlessBusy(StepResult later, Supplier<StepResult> write) {
    try {
      return write.get();
    } catch (ApiException refused) {
      if (refused.failure().code().equals(BUSY)) {
        return later;
      }
      throw refused;
    }
  }

  /// The name of a link that goes is free once that is gone.
  private Optional<StepResult> nameTaken(Resource wanted) {
    String name = wanted.spec().text(LinkFields.NAME);
    return Pages.all(api::list).stream()
        .filter(link -> link.text(LinkFields.NAME).equals(name))
        .filter(link -> LinkState.of(link).isGoing())
        .map(link -> "the old one, " + link.text("id") + ", is still being deleted")
        .findFirst()
        .map(why -> new StepResult.NotYet(why, new StepResult.Waiting(why + NEXT, true)));
  }

  /// Empty when it is gone.
  private Optional<LinkState> look(RemoteId id) {
    try {
      return Optional.of(LinkState.of(api.details(id.value())));
    } catch (ApiException refused) {
      if (refused.failure().isNotFound()) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
