package dev.ftctl.kinds.webhook;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.WebhooksApi;
import dev.ftctl.kind.Bodies;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.model.Ids;
import dev.ftctl.model.RemoteId;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.Optional;

/// Creates, changes and deletes webhooks.
record WebhookWriter(WebhooksApi api) implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    switch (step.change()) {
      case Change.Create create -> create(create.wanted(), ids);
      case Change.Update update -> update(update, ids);
      case Change.Replace replace -> {
        delete(replace.live().id());
        create(replace.wanted(), ids);
      }
      case Change.Delete delete -> delete(delete.live().id());
      case Change.Keep keep -> {}
      case Change.Gone gone -> {}
    }
    return StepResult.DONE;
  }

  /// The scope is said by the path, not by the body.
  private void create(Resource wanted, Ids ids) {
    Value.Mapping whole = Bodies.create(WebhookDefinition.FIELDS, wanted.spec(), ids);
    Value.Mapping body = whole.without("group_id");
    String group = whole.text("group_id");
    Value.Mapping created =
        Writes.create(
            () -> group.isEmpty() ? api.createForAccount(body) : api.createForGroup(group, body),
            () -> find(WebhookDefinition.key(group, body.text("url"))));
    ids.put(wanted.address(), new RemoteId(created.text("id")));
  }

  private void update(Change.Update update, Ids ids) {
    Value.Mapping body =
        Bodies.patch(
            WebhookDefinition.FIELDS,
            update.findings().fields(),
            update.wanted().spec(),
            update.live().fields(),
            ids);
    Writes.repeat(() -> api.update(update.live().id().value(), body));
  }

  private void delete(RemoteId id) {
    Writes.delete(() -> api.delete(id.value()));
  }

  private Optional<Value.Mapping> find(String identity) {
    return Pages.all(api::list).stream()
        .filter(webhook -> WebhookReader.live(webhook).identity().equals(identity))
        .findFirst();
  }
}
