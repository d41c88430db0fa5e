package dev.ftctl.plan;

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
  public record Block(String reason, String fix) {}

  public PlannedChange {
    steps = List.copyOf(steps);
    blocks = List.copyOf(blocks);
  }

  public boolean isBlocked() {
    return !blocks.isEmpty();
  }
}
