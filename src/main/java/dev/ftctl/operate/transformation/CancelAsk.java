package dev.ftctl.operate.transformation;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.TransformationsApi;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.Settling;
import dev.ftctl.operate.follow.Followed;
import java.util.Optional;
import java.util.function.Consumer;

/// Ends the run of a transformation.
///
/// @param followed sees what takes its time to end; called by many threads
public record CancelAsk(TransformationsApi api, Consumer<Followed> followed) implements Deed {

  private static final int CONFLICT = 409;

  @Override
  public Result of(Named transformation) {
    RunSight before = look(transformation);
    if (!before.isRunning()) {
      return idle(transformation, before);
    }
    try {
      new Settling(() -> isEnding(look(transformation)), "whether it is cancelled")
          .send(() -> api.cancel(transformation.id(), Value.Mapping.EMPTY));
    } catch (ApiException refused) {
      RunSight now = refused.failure().status() == CONFLICT ? look(transformation) : before;
      if (now.isRunning()) {
        throw refused;
      }
      return idle(transformation, now);
    }
    var run = new FollowedRun(transformation, before, true);
    Optional<Result> end = run.end(look(transformation).fields(), "");
    if (end.isPresent()) {
      return end.get();
    }
    followed.accept(run);
    return new Result.Done(transformation, "is being cancelled");
  }

  private RunSight look(Named transformation) {
    return new RunSight(api.details(transformation.id()));
  }

  private static boolean isEnding(RunSight now) {
    return !now.isRunning() || now.status().equals("TERMINATING");
  }

  private static Result idle(Named transformation, RunSight now) {
    return new Result.Unneeded(transformation, "is not running (" + now.words() + ")");
  }
}
