package dev.ftctl.manifest.policy;

import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.problem.SourceLocation;

/// One rule of `policies:` in the project file, as written.
///
/// @param name unique among the policies
/// @param severity error or warning
/// @param when what the rule is about, as an expression; empty text for everything
/// @param rule what must hold, as an expression
/// @param message what to tell when it does not
/// @param place of the rule in the project file
public record Policy(
    String name,
    Severity severity,
    Subject subject,
    String when,
    String rule,
    String message,
    SourceLocation place) {

  /// The id that findings carry: `policy/prod-is-closed`.
  String ruleId() {
    return "policy/" + name;
  }
}
