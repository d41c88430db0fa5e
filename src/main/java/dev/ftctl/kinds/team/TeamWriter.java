package dev.ftctl.kinds.team;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.kind.Bodies;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.FieldChange;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.access.MembershipCalls;
import dev.ftctl.kind.access.MembershipWrites;
import dev.ftctl.model.Ids;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Creates, changes and deletes teams, and gives and takes their memberships.
record TeamWriter(TeamApi api) implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    switch (step.change()) {
      case Change.Create create -> create(create.wanted(), create.findings().fields(), ids);
      case Change.Update update -> update(update, ids);
      case Change.Replace replace ->
          throw new IllegalStateException("teams are never replaced: " + replace.address());
      case Change.Delete delete -> Writes.delete(() -> api.delete(delete.live().id().value()));
      case Change.Keep keep -> {}
      case Change.Gone gone -> {}
    }
    return StepResult.DONE;
  }

  private void create(Resource wanted, List<FieldChange> changes, Ids ids) {
    Value.Mapping body = Bodies.create(TeamDefinition.FIELDS, wanted.spec(), ids);
    Value.Mapping created = Writes.create(() -> api.create(body), () -> find(body.text("name")));
    var id = new RemoteId(created.text("id"));
    ids.put(wanted.address(), id);
    memberships(id, changes, ids);
  }

  private void update(Change.Update update, Ids ids) {
    String id = update.live().id().value();
    List<FieldChange> changes = update.findings().fields();
    List<FieldChange> patched = changes.stream().filter(it -> !Access.takesRole(it)).toList();
    Value.Mapping body =
        Bodies.patch(
            TeamDefinition.FIELDS, patched, update.wanted().spec(), update.live().fields(), ids);
    if (!body.entries().isEmpty()) {
      Writes.repeat(() -> api.update(id, body));
    }
    memberships(update.live().id(), changes, ids);
    if (patched.size() < changes.size()) {
      Writes.delete(() -> api.removeRole(id));
    }
  }

  private void memberships(RemoteId id, List<FieldChange> changes, Ids ids) {
    MembershipWrites.run(
        TeamDefinition.FIELDS,
        changes,
        ids,
        block -> new Calls(api, id.value(), Objects.requireNonNull(TeamReader.BLOCKS.get(block))));
  }

  private Optional<Value.Mapping> find(String name) {
    return Pages.all(api::list).stream().filter(team -> team.text("name").equals(name)).findFirst();
  }

  private record Calls(TeamApi api, String id, String block) implements MembershipCalls {

    @Override
    public void add(String member, String role) {
      api.addMembership(id, block, Access.body(TeamReader.idKey(block), member, role));
    }

    @Override
    public void change(String member, String role) {
      api.changeMembership(id, block, member, Access.body(role));
    }

    @Override
    public void remove(String member) {
      api.removeMembership(id, block, member);
    }

    @Override
    public boolean has(String member) {
      var items = Pages.all((limit, cursor) -> api.memberships(id, block, limit, cursor));
      return Access.read(items, TeamReader.idKey(block)).entries().containsKey(member);
    }
  }
}
