package dev.ftctl.render.fleet;

import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is said of a fleet in every format.
final class FleetWords {

  private static final int MOST_NAMES = 12;

  private FleetWords() {}

  /// `Fleet plan: 50 accounts, 47 ended with 0 (12 with changes), 1 with 4 (eu_7), 2 with 69 (eu_9,
  /// us_1).`
  static String closing(FleetReport report) {
    var parts = new ArrayList<String>();
    parts.add("Fleet " + report.command() + ": " + English.count(report.rows().size(), "account"));
    if (report.shard().isPresent()) {
      parts.add(
          "shard "
              + report.shard().get()
              + " of "
              + English.count(report.environments().size(), "environment"));
    }
    List<FleetRow> well = ended(report).stream().filter(row -> row.exitCode() == 0).toList();
    if (!well.isEmpty()) {
      parts.add(well.size() + " ended with 0" + inBrackets(changes(well)));
    }
    byCode(report)
        .forEach(
            (code, rows) -> parts.add(rows.size() + " with " + code + " (" + names(rows) + ")"));
    for (FleetRow.End end : FleetRow.End.values()) {
      List<FleetRow> rows =
          report.rows().stream()
              .filter(row -> end != FleetRow.End.ENDED && row.end() == end)
              .toList();
      if (!rows.isEmpty()) {
        parts.add(rows.size() + " " + end.words() + " (" + names(rows) + ")");
      }
    }
    return String.join(", ", parts) + "." + missing(report);
  }

  /// ` No report of shard 3/8.`
  static String missing(FleetReport report) {
    return report.missing().isEmpty()
        ? ""
        : " No report of "
            + (report.missing().size() == 1 ? "shard " : "shards ")
            + report.missing().stream().map(Shard::toString).collect(Collectors.joining(", "))
            + ".";
  }

  private static List<FleetRow> ended(FleetReport report) {
    return report.rows().stream().filter(row -> row.end() == FleetRow.End.ENDED).toList();
  }

  private static SequencedMap<Integer, List<FleetRow>> byCode(FleetReport report) {
    return ended(report).stream()
        .filter(row -> row.exitCode() != 0)
        .collect(Collectors.groupingBy(FleetRow::exitCode, TreeMap::new, Collectors.toList()));
  }

  private static String changes(List<FleetRow> rows) {
    long written = rows.stream().filter(FleetRow::hasWrites).count();
    long pending = rows.stream().filter(row -> row.hasChanges() && !row.hasWrites()).count();
    var parts = new ArrayList<String>();
    if (written > 0) {
      parts.add(written + " changed");
    }
    if (pending > 0) {
      parts.add(pending + " with changes");
    }
    return String.join(", ", parts);
  }

  private static String inBrackets(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  /// The first ones, and how many more.
  static String names(List<FleetRow> rows) {
    String shown =
        rows.stream()
            .limit(MOST_NAMES)
            .map(row -> English.printable(row.environment()))
            .collect(Collectors.joining(", "));
    return rows.size() > MOST_NAMES ? shown + " +" + (rows.size() - MOST_NAMES) : shown;
  }
}
