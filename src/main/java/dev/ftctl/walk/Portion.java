package dev.ftctl.walk;

import dev.ftctl.kind.KindList;
import dev.ftctl.live.Reach;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.SavedPlan;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;

/// How much of a plan made just now is carried out.
public sealed interface Portion {

  /// All of it.
  record All() implements Portion {}

  /// What a plan file holds.
  ///
  /// @param shown to whoever looked at it
  record Saved(SavedPlan plan, ShownPlan shown) implements Portion {}

  default Plan of(Plan fresh) {
    return switch (this) {
      case All all -> fresh;
      case Saved saved -> saved.plan().within(fresh);
    };
  }

  /// @param version of this build
  /// @param json of a plan, as a plan file shows it
  /// @throws RefusedException when a saved plan does not fit any more
  default Plan exactlyOf(Plan fresh, KindList kinds, String version, Function<Plan, String> json) {
    return switch (this) {
      case All all -> fresh;
      case Saved saved -> {
        var differences = new ArrayList<>(saved.plan().differences(fresh, kinds, version));
        Plan now = of(fresh);
        if (differences.isEmpty()) {
          Set<String> touched = saved.plan().changes().keySet();
          differences.addAll(saved.shown().differences(touched, ShownPlan.of(json.apply(now))));
        }
        if (!differences.isEmpty()) {
          throw new RefusedException(
              Refusal.STALE,
              "the saved plan is stale: " + String.join("; ", differences),
              "Nothing was changed. Make a new plan with -o and look at it again.");
        }
        yield now;
      }
    };
  }

  /// What has to be looked at in detail for it.
  default Reach reach() {
    return switch (this) {
      case All all -> new Reach.All();
      case Saved saved -> new Reach.Only(saved.plan().changes().keySet());
    };
  }

  /// Whoever saved a plan and applies it has seen it.
  default boolean isApproved() {
    return switch (this) {
      case All all -> false;
      case Saved saved -> true;
    };
  }
}
