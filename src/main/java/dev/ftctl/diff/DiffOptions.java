package dev.ftctl.diff;

import dev.ftctl.kind.Intent;

/// What the command line asks of the comparison.
///
/// @param prune whether undescribed objects inside the project's prune scope are to be deleted
public record DiffOptions(Intent intent, boolean prune) {
  public static final DiffOptions PLAIN = new DiffOptions(Intent.PLAIN, false);
}
