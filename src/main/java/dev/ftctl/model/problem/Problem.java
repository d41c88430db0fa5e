package dev.ftctl.model.problem;

import java.util.Comparator;

/// Something wrong (or worth knowing) at a place of the manifests.
///
/// @param rule stable id of the rule that found it, such as `unknown-field`
/// @param subject the document it is about, as `connector orders_db`; may be empty
/// @param message what is wrong, with the value seen; never a secret
/// @param fix how to mend it, in a few words ("did you mean 'host'?"); may be empty
/// @param call of a failed call
public record Problem(
    Severity severity,
    SourceLocation place,
    String rule,
    String subject,
    String message,
    String fix,
    CallDetails call)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place)
          .thenComparing(Problem::severity)
          .thenComparing(Problem::rule)
          .thenComparing(Problem::message);

  /// Of no call.
  public Problem(
      Severity severity,
      SourceLocation place,
      String rule,
      String subject,
      String message,
      String fix) {
    this(severity, place, rule, subject, message, fix, CallDetails.NONE);
  }

  public static Problem error(
      SourceLocation place, String rule, String subject, String message, String fix) {
    return new Problem(Severity.ERROR, place, rule, subject, message, fix);
  }

  public static Problem warning(
      SourceLocation place, String rule, String subject, String message, String fix) {
    return new Problem(Severity.WARNING, place, rule, subject, message, fix);
  }

  public static Problem note(
      SourceLocation place, String rule, String subject, String message, String fix) {
    return new Problem(Severity.NOTE, place, rule, subject, message, fix);
  }

  /// The message with the number of the call, where all stands in one line.
  public String said() {
    return message + call.suffix();
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
