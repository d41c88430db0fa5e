package dev.ftctl.check;

import dev.ftctl.model.problem.Problem;

/// An error that came.
///
/// @param place where it stands, as `manifests/orders.yaml:12`; empty for nowhere
/// @param text subject, message and how to mend it
record SeenError(String code, String place, String text) {

  static SeenError of(Problem problem) {
    String subject = problem.subject().isEmpty() ? "" : problem.subject() + ": ";
    String fix = problem.fix().isEmpty() ? "" : "; " + problem.fix();
    return new SeenError(
        problem.rule(), problem.place().fileAndLine(), subject + problem.said() + fix);
  }

  String line() {
    return code + ": " + (place.isEmpty() ? "" : place + ": ") + text;
  }
}
