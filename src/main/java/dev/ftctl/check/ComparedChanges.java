package dev.ftctl.check;

import dev.ftctl.check.Difference.Line;
import dev.ftctl.check.Difference.Side;
import dev.ftctl.kind.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The changes that were expected, against those that came. Where several patterns cover one
/// address, the one that names it counts, else the first.
record ComparedChanges(Expected expected, Came came) {

  List<Line> lines() {
    var lines = new ArrayList<Line>();
    Set<ExpectedChange> met = new HashSet<>();
    for (SeenChange seen : came.changes()) {
      Optional<ExpectedChange> wanted = of(seen);
      wanted.ifPresent(met::add);
      if (wanted.isPresent()) {
        lines.addAll(against(wanted.get(), seen));
      } else if (seen.isChange() && !expected.allowsOthers()) {
        lines.addAll(whole(seen));
      }
    }
    expected.changes().stream()
        .filter(wanted -> !met.contains(wanted))
        .forEach(wanted -> lines.addAll(whole(wanted)));
    return lines;
  }

  private Optional<ExpectedChange> of(SeenChange seen) {
    List<ExpectedChange> covering =
        expected.changes().stream()
            .filter(wanted -> wanted.address().covers(seen.address()))
            .toList();
    return covering.stream()
        .filter(wanted -> wanted.address().text().equals(seen.address().toString()))
        .findFirst()
        .or(() -> covering.stream().findFirst());
  }

  private static List<Line> against(ExpectedChange wanted, SeenChange seen) {
    if (!wanted.action().equals(seen.action())) {
      var lines = new ArrayList<Line>();
      lines.add(new Line(Side.MISSING, 0, wanted.action() + " " + seen.address()));
      lines.addAll(whole(seen));
      return lines;
    }
    List<Line> fields = wanted.looksAtFields() ? fields(wanted, seen) : List.of();
    if (fields.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<Line>();
    lines.add(new Line(Side.BOTH, 0, seen.line()));
    lines.addAll(fields);
    return lines;
  }

  /// What came of a field stands below what was expected of it.
  private static List<Line> fields(ExpectedChange wanted, SeenChange seen) {
    var lines = new ArrayList<Line>();
    for (ExpectedField field : wanted.fields()) {
      if (seen.fields().stream().noneMatch(other -> other.isMeantBy(field))) {
        lines.add(new Line(Side.MISSING, 1, field.line()));
        seen.fields().stream()
            .filter(other -> other.path().equals(field.path()))
            .forEach(other -> lines.add(new Line(Side.EXTRA, 1, other.line())));
      }
    }
    seen.fields().stream()
        .filter(
            field -> wanted.fields().stream().noneMatch(other -> other.path().equals(field.path())))
        .filter(field -> !wanted.allowsOthers())
        .forEach(field -> lines.add(new Line(Side.EXTRA, 1, field.line())));
    return lines;
  }

  private static List<Line> whole(SeenChange seen) {
    var lines = new ArrayList<Line>();
    lines.add(new Line(Side.EXTRA, 0, seen.line()));
    if (seen.action().equals(Action.CREATE.word())) {
      // All of it is new, and would hide what else there is.
      return lines;
    }
    seen.fields().forEach(field -> lines.add(new Line(Side.EXTRA, 1, field.line())));
    return lines;
  }

  private static List<Line> whole(ExpectedChange wanted) {
    var lines = new ArrayList<Line>();
    lines.add(new Line(Side.MISSING, 0, wanted.line()));
    wanted.fields().forEach(field -> lines.add(new Line(Side.MISSING, 1, field.line())));
    return lines;
  }
}
