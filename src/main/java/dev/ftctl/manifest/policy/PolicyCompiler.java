package dev.ftctl.manifest.policy;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.problem.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes policies of what the project file says. Making one loads the policy language.
public final class PolicyCompiler {

  private final PolicyLanguage language = new PolicyLanguage();
  private final Sources sources;
  private final Consumer<Problem> problems;
  private final List<CompiledPolicy> policies = new ArrayList<>();

  /// @param sources the lines of the project file, among others
  /// @param problems takes each expression that is wrong
  public PolicyCompiler(Sources sources, Consumer<Problem> problems) {
    this.sources = sources;
    this.problems = problems;
  }

  /// @param when where its text begins
  /// @param rule where its text begins
  public void add(Policy policy, SourceLocation when, SourceLocation rule) {
    Optional<Condition> about =
        policy.when().isEmpty()
            ? Optional.of(Condition.ALWAYS)
            : condition(policy, "when", policy.when(), when);
    Optional<Condition> holds = condition(policy, "rule", policy.rule(), rule);
    if (about.isPresent() && holds.isPresent()) {
      policies.add(new CompiledPolicy(policy, about.get(), holds.get()));
    }
  }

  public Policies policies() {
    return new Policies(policies);
  }

  private Optional<Condition> condition(
      Policy policy, String key, String text, SourceLocation start) {
    try {
      return Optional.of(language.compile(policy.subject(), text));
    } catch (BrokenExpression broken) {
      problems.accept(
          Problem.error(
              place(text, start, broken),
              "policy-expression",
              "policy " + policy.name(),
              "'"
                  + key
                  + "' is no expression over a "
                  + policy.subject().word()
                  + ": "
                  + Complaint.words(broken.getMessage()),
              Complaint.fix(broken.getMessage(), policy.subject())));
      return Optional.empty();
    }
  }

  /// Looks for the expression's line in the file, since quotes and block scalars move it; what is
  /// not found there (escapes, folded lines) is shown where the expression begins.
  private SourceLocation place(String text, SourceLocation start, BrokenExpression broken) {
    List<String> lines = text.lines().toList();
    if (broken.line() > lines.size()) {
      return start;
    }
    String line = lines.get(broken.line() - 1).strip();
    int indent = lines.get(broken.line() - 1).indexOf(line);
    for (int number = start.line(); number <= start.line() + lines.size(); number++) {
      List<String> excerpt = sources.excerpt(SourceLocation.of(start.file(), number, 1));
      int from = number == start.line() ? start.column() - 1 : 0;
      int at = excerpt.isEmpty() ? -1 : excerpt.getLast().indexOf(line, from);
      if (at >= 0) {
        int column = at + Math.max(0, broken.column() - indent) + 1;
        return SourceLocation.of(start.file(), number, column);
      }
    }
    return start;
  }
}
