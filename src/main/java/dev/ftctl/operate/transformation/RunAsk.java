package dev.ftctl.operate.transformation;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.api.TransformationsApi;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.Settling;
import dev.ftctl.operate.follow.Followed;
import java.util.function.Consumer;

/// Runs a transformation now. One that runs already is taken for the run that was asked for, but
/// for a full refresh, which it may not be.
///
/// @param followed sees what began, or runs already; called by many threads
public record RunAsk(TransformationsApi api, boolean isFullRefresh, Consumer<Followed> followed)
    implements Deed {

  private static final int CONFLICT = 409;

  @Override
  public Result of(Named transformation) {
    RunSight before = look(transformation);
    if (before.isRunning()) {
      return running(transformation, before);
    }
    try {
      new Settling(() -> look(transformation).hasBegunSince(before), "whether it began")
          .send(() -> api.run(transformation.id(), body()));
    } catch (ApiException refused) {
      RunSight now = refused.failure().status() == CONFLICT ? look(transformation) : before;
      if (!now.isRunning()) {
        throw refused;
      }
      return running(transformation, now);
    }
    followed.accept(new FollowedRun(transformation, before, false));
    return new Result.Done(transformation, isFullRefresh ? "full refresh began" : "run began");
  }

  private RunSight look(Named transformation) {
    return new RunSight(api.details(transformation.id()));
  }

  private Value.Mapping body() {
    return isFullRefresh
        ? Value.Mapping.EMPTY.with("full_refresh", Value.bool(true))
        : Value.Mapping.EMPTY;
  }

  private Result running(Named transformation, RunSight now) {
    if (isFullRefresh) {
      throw new RefusedException(
          Refusal.FAILED,
          "runs already, so that no full refresh can begin beside it: wait for its end, or ftctl"
              + " transformation cancel "
              + transformation.address(),
          "");
    }
    followed.accept(new FollowedRun(transformation, now, false));
    return new Result.Unneeded(transformation, "is running already");
  }
}
