package dev.ftctl.manifest.report;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;

/// Where one document's problems go.
///
/// @param subject the document, as `connector orders_db`; empty for the project file
public record Report(Problems problems, String subject) {

  /// One whose problems nobody reads, for a look ahead at what will be read again.
  public static Report muted() {
    return new Report(new Problems(), "");
  }

  /// Adds what another part found, as a problem of this document.
  public void add(Problem problem) {
    problems.add(
        new Problem(
            problem.severity(),
            problem.place(),
            problem.rule(),
            subject,
            problem.message(),
            problem.fix()));
  }

  public void error(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.error(place, rule, subject, message, fix));
  }

  public void warning(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.warning(place, rule, subject, message, fix));
  }

  public void note(SourceLocation place, String rule, String message, String fix) {
    problems.add(Problem.note(place, rule, subject, message, fix));
  }
}
