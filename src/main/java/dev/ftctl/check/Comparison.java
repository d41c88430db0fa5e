package dev.ftctl.check;

import dev.ftctl.check.Difference.Line;
import dev.ftctl.check.Difference.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// What was expected of a plan, against what it came to.
record Comparison(Expected expected, Came came) {

  /// What differs, errors first, since they say why nothing else came; nothing where the test
  /// holds.
  List<Difference> differences() {
    var all = new ArrayList<Difference>();
    add(all, "errors", errors());
    add(all, "changes", new ComparedChanges(expected, came).lines());
    add(all, "risks", risks());
    add(all, "blocked", blocked());
    add(all, "policies", policies());
    add(all, "exit", exit());
    return all;
  }

  /// An error hides what would have come, so it is nothing that may come besides.
  private List<Line> errors() {
    return lines(
        expected.errors(),
        came.errors(),
        ExpectedError::covers,
        ExpectedError::line,
        SeenError::line,
        false);
  }

  private List<Line> risks() {
    return lines(
        expected.risks(),
        came.risks().toList(),
        (wanted, seen) -> wanted.covers(seen.risk(), seen.address()),
        wanted -> wanted.risk().flag() + ":" + wanted.of(),
        Came.SeenRisk::line,
        expected.allowsOthers());
  }

  private List<Line> blocked() {
    return lines(
        expected.blocked(),
        came.changes().stream().filter(change -> !change.blocks().isEmpty()).toList(),
        (wanted, seen) -> wanted.covers(seen.address()),
        Object::toString,
        seen -> seen.address() + "  " + String.join("; ", seen.blocks()),
        expected.allowsOthers());
  }

  private List<Line> policies() {
    return lines(
        expected.policies(),
        came.policies(),
        (wanted, seen) -> wanted.equals(seen.name()),
        wanted -> wanted,
        Came.Policy::line,
        expected.allowsOthers());
  }

  private List<Line> exit() {
    return expected
        .exitCode()
        .filter(code -> code != came.exitCode())
        .map(code ->
            List.of(
                new Line(Side.MISSING, 0, String.valueOf(code)),
                new Line(Side.EXTRA, 0, String.valueOf(came.exitCode()))))
        .orElse(List.of());
  }

  private static void add(List<Difference> all, String part, List<Line> lines) {
    if (lines.stream().anyMatch(line -> line.side() != Side.BOTH)) {
      all.add(new Difference(part, lines));
    }
  }

  private static <E, S> List<Line> lines(
      List<E> wanted,
      List<S> seen,
      BiPredicate<E, S> covers,
      Function<E, String> wantedText,
      Function<S, String> seenText,
      boolean allowsOthers) {
    var lines = new ArrayList<Line>();
    for (E one : wanted) {
      if (seen.stream().noneMatch(other -> covers.test(one, other))) {
        lines.add(new Line(Side.MISSING, 0, wantedText.apply(one)));
      }
    }
    for (S one : seen) {
      if (!allowsOthers && wanted.stream().noneMatch(other -> covers.test(other, one))) {
        lines.add(new Line(Side.EXTRA, 0, seenText.apply(one)));
      }
    }
    return lines;
  }
}
