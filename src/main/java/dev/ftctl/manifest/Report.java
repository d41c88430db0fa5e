package dev.ftctl.manifest;

import dev.ftctl.model.Problem;
import dev.ftctl.model.SourceLocation;

/// Where one document's problems go.
///
/// @param subject the document, as `connector orders_db`; empty for the project file
record Report(Problems problems, String subject) {

  /// One whose problems nobody reads, for a look ahead at what will be read again.
  static Report muted() {
    return new Report(new Problems(), "");
  }

  /// Adds what another part found, as a problem of this document.
  void add(Problem problem) {
    problems.add(
        new Problem(
            problem.severity(),
            problem.place(),
            problem.rule(),
            subject,
            problem.message(),
            problem.fix()));
  }

  void error(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.error(place, rule, subject, message, fix));
  }

  void warning(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.warning(place, rule, subject, message, fix));
  }

  void note(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.note(place, rule, subject, message, fix));
  }
}
