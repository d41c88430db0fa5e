package dev.ftctl.manifest.report;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Severity;
import dev.ftctl.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong, each thing once: a line that a fan-out reads twelve times, or that many
/// documents inherit from `defaults`, is wrong only once.
public final class Problems {

  private static final int LONGEST = 500;

  private record Key(SourceLocation place, String rule, String message) {}

  private final List<Problem> all = new ArrayList<>();
  private final Set<Key> known = new HashSet<>();
  private final Set<String> rules = new HashSet<>();
  private int errors;

  public void add(Problem found) {
    Problem problem = shortened(found);
    if (known.add(new Key(problem.place(), problem.rule(), problem.message()))) {
      all.add(problem);
      rules.add(problem.rule());
      errors += problem.isError() ? 1 : 0;
    }
  }

  public void addAll(Collection<Problem> problems) {
    problems.forEach(this::add);
  }

  /// Whether anything was found that breaks a rule.
  public boolean has(String rule) {
    return rules.contains(rule);
  }

  /// Whether there is nothing at all to tell.
  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int errors() {
    return errors;
  }

  /// Everything, sorted by place; with `strict` every warning as an error.
  public List<Problem> sorted(boolean strict) {
    return all.stream().map(problem -> strict ? hardened(problem) : problem).sorted().toList();
  }

  /// With a message that a screen can show, whatever stood in the file.
  private static Problem shortened(Problem problem) {
    return new Problem(
        problem.severity(),
        problem.place(),
        problem.rule(),
        problem.subject(),
        shortened(problem.message()),
        shortened(problem.fix()));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static Problem hardened(Problem problem) {
    return problem.severity() == Severity.WARNING
        ? Problem.error(
            problem.place(), problem.rule(), problem.subject(), problem.message(), problem.fix())
        : problem;
  }
}
