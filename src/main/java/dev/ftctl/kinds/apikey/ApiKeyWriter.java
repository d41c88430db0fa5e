package dev.ftctl.kinds.apikey;

import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.plain.HandoutWriter;
import dev.ftctl.kind.plain.ToldSecrets;
import dev.ftctl.model.Ids;
import java.util.List;

/// Makes, rotates and deletes keys, whatever a plan says never the one that runs ftctl.
record ApiKeyWriter(HandoutWriter plain, Account account) implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    boolean isOwn =
        switch (step.change()) {
          case Change.Update update -> isOwn(update.live().id().value());
          case Change.Keep keep ->
              !ToldSecrets.isKept(keep.address(), keep.live(), intent)
                  && isOwn(keep.live().id().value());
          case Change.Replace replace -> isOwn(replace.live().id().value());
          case Change.Delete delete -> isOwn(delete.live().id().value());
          case Change.Create create -> false;
          case Change.Gone gone -> false;
        };
    return isOwn
        ? new StepResult.Done(List.of("left alone: it is the key that runs ftctl"))
        : plain.run(step, ids, intent);
  }

  private boolean isOwn(String user) {
    return user.equals(account.info().userId());
  }
}
