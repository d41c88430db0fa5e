package dev.ftctl.kinds.apikey;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;

/// What the API key that runs ftctl may not do with keys. Where a key is a person's, it may
/// everything.
final class Asker {

  /// Where the reader puts the id of the service account whose key asks, if it is one's.
  static final String FIELD = "~asker";

  private Asker() {}

  /// Whether it is the key that runs ftctl.
  static boolean isOwn(Live key) {
    return key.id().value().equals(key.fields().text(FIELD));
  }

  static boolean mayRotate(Live key) {
    return key.fields().text(FIELD).isEmpty();
  }

  static String why(Live key) {
    return isOwn(key)
        ? "it is the key that runs ftctl"
        : "the key that runs ftctl is a service account's, which Fivetran lets rotate none";
  }

  static Findings refused(Findings findings, Resource wanted, Live key) {
    return findings.failing(
        Problem.error(
            wanted.place(),
            "not-entitled",
            wanted.address().toString(),
            "its secret can't be made anew: " + why(key),
            "run this apply with the key of a person who administers the account"));
  }
}
