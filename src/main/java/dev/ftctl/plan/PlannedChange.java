package dev.ftctl.plan;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Step;
import java.util.List;

/// A change with its steps and what stands against it.
///
/// @param blocks why it may not run; empty when it may
public record PlannedChange(Change change, List<Step> steps, List<Block> blocks) {

  /// One reason that blocks a change.
  ///
  /// @param reason "replace is not allowed"
  /// @param fix "allow it with --allow replace:connector/ads@analytics_prod"; may be empty
  /// @param isOfPart whether it stands against one element of the change alone, which its steps
  ///   leave out, so that the rest can be done without it
  public record Block(String reason, String fix, boolean isOfPart) {

    /// One that stands against the whole change.
    public Block(String reason, String fix) {
      this(reason, fix, false);
    }
  }

  public PlannedChange {
    steps = List.copyOf(steps);
    blocks = List.copyOf(blocks);
  }

  public boolean isBlocked() {
    return !blocks.isEmpty();
  }

  /// Whether it does nothing but wait for an object that needs no change.
  boolean isOnlySettling() {
    return change.action() == Action.NONE
        && !steps.isEmpty()
        && steps.stream().allMatch(Step::isSettling);
  }

  /// Whether nothing of it may run, not even a part.
  boolean isWhollyBlocked() {
    return blocks.stream().anyMatch(block -> !block.isOfPart());
  }

  /// What of it may run once the blocked parts are left out.
  PlannedChange rest() {
    return new PlannedChange(change, steps, List.of());
  }
}
