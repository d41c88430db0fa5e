package dev.ftctl.diff;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.live.Snapshot;
import dev.ftctl.model.problem.ApiFailure;
import java.util.Set;

/// What goes may have others on it of which nobody knows, since the key may not see their list. An
/// account that lacks a collection has none of it.
record UnseenUsers(Snapshot live, KindList kinds) {

  Change noted(Change change) {
    return switch (change) {
      case Change.Delete delete -> told(delete);
      case Change.Replace replace -> told(replace);
      case Change.Create create -> create;
      case Change.Update update -> update;
      case Change.Keep keep -> keep;
      case Change.Gone gone -> gone;
    };
  }

  private Change told(Change change) {
    Findings findings = change.findings();
    for (KindDefinition above : kinds.above(Set.of(change.address().kind()))) {
      ApiFailure closed = live.unread().closed().get(above.slug());
      if (closed != null && closed.isDenied()) {
        findings =
            findings.noting("whether a " + above.slug() + " stands on it can't be told: " + closed);
      }
    }
    return change.finding(findings);
  }
}
