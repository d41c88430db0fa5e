package dev.ftctl.operate.rollout;

import dev.ftctl.operate.rollout.RolloutEnd.How;

/// Ends a run between two steps.
final class Interruption extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final How how;
  private final String words;

  Interruption(How how, String words) {
    super(words, null, false, false);
    this.how = how;
    this.words = words;
  }

  How how() {
    return how;
  }

  String words() {
    return words;
  }
}
