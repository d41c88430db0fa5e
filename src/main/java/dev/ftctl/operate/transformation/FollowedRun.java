package dev.ftctl.operate.transformation;

import dev.ftctl.address.Named;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.follow.Followed;
import java.util.Optional;

/// A transformation that runs.
///
/// @param before how it stood before that run was asked for, or when it was found running
/// @param isCanceled whether it was asked to end
record FollowedRun(Named object, RunSight before, boolean isCanceled) implements Followed {

  @Override
  public String noun() {
    return "run";
  }

  @Override
  public String verb() {
    return "runs";
  }

  @Override
  public Optional<Result> end(Value.Mapping fields, String took) {
    var now = new RunSight(fields);
    if (!now.hasEndedSince(before)) {
      return Optional.empty();
    }
    return Optional.of(isCanceled ? canceled(now) : ended(now, took));
  }

  private Result ended(RunSight now, String took) {
    return switch (now.status()) {
      case "SUCCEEDED" -> new Result.Done(object, "succeeded" + took);
      case "PARTIALLY_SUCCEEDED" ->
          failed("its run succeeded in part only" + took + ": some of its models failed", "");
      case "FAILED" -> failed("its run failed" + took + "; its log in Fivetran says why", "");
      case "CANCELED" -> failed("its run was cancelled" + took, "");
      default -> failed("its run ended as " + now.words() + took, "");
    };
  }

  private Result canceled(RunSight now) {
    return now.status().equals("CANCELED")
        ? new Result.Done(object, "cancelled")
        : new Result.Unneeded(object, "had ended before it was cancelled (" + now.words() + ")");
  }
}
