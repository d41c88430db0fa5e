package dev.ftctl.walk;

import dev.ftctl.diff.Base;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Desired;
import java.util.List;
import java.util.Optional;

/// The manifests of a revision before.
///
/// @param revision as messages call it
/// @param desired empty where they can't be read cleanly
/// @param unread why they can't be
record Earlier(String revision, Optional<Desired> desired, List<String> unread) {

  Base base(Desired now, KindList kinds) {
    Base base =
        desired
            .map(then -> Base.of(revision, then, now, kinds))
            .orElseGet(() -> Base.unread(revision, unread));
    return now.changed().map(changed -> base.dropping(changed.gone())).orElse(base);
  }
}
