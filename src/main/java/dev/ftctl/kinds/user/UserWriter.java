package dev.ftctl.kinds.user;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.plain.PlainWriter;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import java.util.List;

/// Invites, changes and deletes users, whatever a plan says never the API key's own.
record UserWriter(PlainWriter plain, Account account) implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    if (step.change() instanceof Change.Replace replace) {
      throw new IllegalStateException("users are never replaced: " + replace.address());
    }
    return step.change() instanceof Change.Delete delete && isOwn(delete.live())
        ? new StepResult.Done(List.of("left alone: the API key's own user is never deleted"))
        : plain.run(step, ids, intent);
  }

  private boolean isOwn(Live user) {
    return user.id().value().equals(account.info().userId());
  }
}
