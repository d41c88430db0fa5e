package dev.ftctl.diff;

import dev.ftctl.kind.Intent;
import dev.ftctl.live.Reach;
import java.util.Optional;

/// What the command line asks of the comparison.
///
/// @param prune whether unmanaged objects inside the project's prune scope are to be deleted
/// @param base the manifests of before, where the command line names them
/// @param reach which resources are compared; of the others the lists alone are known
public record DiffOptions(Intent intent, boolean prune, Optional<Base> base, Reach reach) {
  public static final DiffOptions PLAIN = new DiffOptions(Intent.PLAIN, false);

  public DiffOptions(Intent intent, boolean prune) {
    this(intent, prune, Optional.empty(), new Reach.All());
  }
}
