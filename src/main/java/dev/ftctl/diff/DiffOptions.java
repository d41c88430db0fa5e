package dev.ftctl.diff;

import dev.ftctl.kind.Intent;
import dev.ftctl.live.Reach;
import java.util.Optional;

/// What the command line asks of the comparison.
///
/// @param prune whether unmanaged objects inside the project's prune scope are to be deleted
/// @param base the manifests of before, where the command line names them
/// @param reach which resources are compared; of the others the lists alone are known
/// @param isLook whether nothing is to be made of the comparison: what of the manifests can't be
///   met by this account is then a problem of its resource, and ends nothing
public record DiffOptions(
    Intent intent, boolean prune, Optional<Base> base, Reach reach, boolean isLook) {
  public static final DiffOptions PLAIN = new DiffOptions(Intent.PLAIN, false);

  /// Of a comparison that a plan is made of.
  public DiffOptions(Intent intent, boolean prune, Optional<Base> base, Reach reach) {
    this(intent, prune, base, reach, false);
  }

  /// Of a look at how things are.
  public static DiffOptions look(Optional<Base> base) {
    return new DiffOptions(Intent.PLAIN, false, base, new Reach.All(), true);
  }

  public DiffOptions(Intent intent, boolean prune) {
    this(intent, prune, Optional.empty(), new Reach.All());
  }
}
