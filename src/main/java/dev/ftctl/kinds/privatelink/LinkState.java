package dev.ftctl.kinds.privatelink;

import dev.ftctl.model.value.Value;

/// How far Fivetran is with a private link (fivetran-quirks 2.16).
///
/// @param word as the API says it: `CREATING`
/// @param summary why, where something went wrong; may be empty
record LinkState(String word, String summary) {

  static LinkState of(Value.Mapping link) {
    return new LinkState(link.text("state"), link.text("state_summary").strip());
  }

  /// Where nothing is said, nothing speaks against it.
  boolean isOk() {
    return word.isEmpty() || word.equals("OK");
  }

  boolean isKnown() {
    return isOk() || hasFailed() || isGoing() || word.equals("CREATING") || word.equals("UPDATING");
  }

  boolean hasFailed() {
    return word.equals("FAIL");
  }

  /// Marked for deletion, and never usable again.
  boolean isGoing() {
    return word.equals("DESTROYING");
  }

  /// Whether Fivetran takes neither changes nor a deletion now.
  boolean isUnderWay() {
    return !isOk() && !hasFailed();
  }

  /// `FAIL: no such service`.
  @Override
  public String toString() {
    return summary.isEmpty() ? word : word + ": " + summary;
  }
}
