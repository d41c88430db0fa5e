package dev.ftctl.kinds.user;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.MembershipsApi;
import dev.ftctl.fivetran.api.UsersApi;
import dev.ftctl.kind.Bodies;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.FieldChange;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.access.MembershipWrites;
import dev.ftctl.kind.access.Memberships;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Invites, changes and deletes users, and gives and takes their memberships.
record UserWriter(UsersApi api, MembershipsApi memberships, Account account) implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> create(create.wanted(), create.findings().fields(), ids);
      case Change.Update update -> update(update, ids);
      case Change.Replace replace ->
          throw new IllegalStateException("users are never replaced: " + replace.address());
      case Change.Delete delete -> delete(delete.live());
      case Change.Keep keep -> StepResult.DONE;
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private StepResult create(Resource wanted, List<FieldChange> changes, Ids ids) {
    Value.Mapping body = Bodies.create(UserDefinition.FIELDS, wanted.spec(), ids);
    Value.Mapping created = Writes.create(() -> api.create(body), () -> find(body.text("email")));
    var id = new RemoteId(created.text("id"));
    ids.put(wanted.address(), id);
    memberships(id, changes, ids);
    return StepResult.DONE;
  }

  private StepResult update(Change.Update update, Ids ids) {
    String id = update.live().id().value();
    List<FieldChange> changes = update.findings().fields();
    List<FieldChange> patched = changes.stream().filter(it -> !Access.takesRole(it)).toList();
    Value.Mapping body =
        Bodies.patch(
            UserDefinition.FIELDS, patched, update.wanted().spec(), update.live().fields(), ids);
    if (!body.entries().isEmpty()) {
      Writes.repeat(() -> api.update(id, body));
    }
    memberships(update.live().id(), changes, ids);
    if (patched.size() < changes.size()) {
      Writes.delete(() -> api.removeRole(id));
    }
    return StepResult.DONE;
  }

  private StepResult delete(Live live) {
    if (live.id().value().equals(account.info().userId())) {
      return new StepResult.Done(List.of("left alone: the API key's own user is never deleted"));
    }
    Writes.delete(() -> api.delete(live.id().value()));
    return StepResult.DONE;
  }

  private void memberships(RemoteId id, List<FieldChange> changes, Ids ids) {
    MembershipWrites.run(
        UserDefinition.FIELDS,
        changes,
        ids,
        block ->
            new Memberships(
                memberships,
                UserReader.OWNERS,
                id.value(),
                Objects.requireNonNull(UserReader.BLOCKS.get(block))));
  }

  private Optional<Value.Mapping> find(String email) {
    return Pages.all(api::list).stream()
        .filter(user -> UserDefinition.key(user.text("email")).equals(UserDefinition.key(email)))
        .findFirst();
  }
}
