package dev.ftctl.render.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The reports of shards as that of one run.
///
/// @param sections of the accounts that have one, by environment
/// @param reports of what was done, by environment
public record JoinedReports(
    FleetReport report, Map<String, Section> sections, Map<String, JsonNode> reports) {

  private static final int FAILED = 1;

  /// @param read at least one
  /// @throws RefusedException when they are not those of one fleet, each once
  public static JoinedReports of(List<ReadReport> read) {
    FleetReport first = read.getFirst().report();
    read.forEach(one -> requireLike(read.getFirst(), one));
    requireOnce(read);
    var rows = new ArrayList<FleetRow>();
    var sections = new Sections();
    var reports = new LinkedHashMap<String, JsonNode>();
    read.forEach(one -> rows.addAll(one.report().rows()));
    rows.sort(Comparator.comparing(FleetRow::environment));
    for (FleetRow row : rows) {
      for (ReadReport one : read) {
        String section = one.sections().getOrDefault(row.environment(), "");
        if (!section.isEmpty()) {
          sections.add(row, Section.of(section));
        }
      }
    }
    read.forEach(one -> reports.putAll(one.reports()));
    List<Shard> missing = missing(read);
    int code = FleetCode.of(rows);
    boolean hasWrites = rows.stream().anyMatch(FleetRow::hasWrites);
    int whole = missing.isEmpty() ? code : FleetCode.worse(code, hasWrites ? 5 : FAILED);
    return new JoinedReports(
        new FleetReport(
            first.command(), Optional.empty(), first.environments(), rows, missing, whole),
        sections.kept(),
        reports);
  }

  /// As the report of one run.
  public String json() {
    var text =
        new StringBuilder(FleetJson.head(report.command(), report.shard(), report.environments()));
    boolean isFirst = true;
    for (FleetRow row : report.rows()) {
      var more = new ArrayList<FleetJson.Part>();
      JsonNode done = reports.get(row.environment());
      if (done != null) {
        more.add(new FleetJson.Part("report", done.toPrettyString()));
      }
      text.append(FleetJson.account(row, isFirst, more));
      isFirst = false;
    }
    return text + FleetJson.end(report);
  }

  private static void requireLike(ReadReport first, ReadReport other) {
    FleetReport one = first.report();
    FleetReport two = other.report();
    boolean isLike =
        one.command().equals(two.command())
            && one.environments().equals(two.environments())
            && one.shard().map(Shard::of).equals(two.shard().map(Shard::of));
    if (!isLike) {
      throw new RefusedException(
          Refusal.USAGE,
          first.name() + " and " + other.name() + " are no parts of one run",
          "Join the reports of the same command for the same environments in as many shards.");
    }
    if (!other.untold().isEmpty()) {
      throw ReadReport.none(
          other.name(), "it does not tell of " + String.join(", ", other.untold()));
    }
  }

  private static void requireOnce(List<ReadReport> read) {
    Set<String> seen = new HashSet<>();
    for (ReadReport one : read) {
      String shard = one.report().shard().map(Shard::toString).orElse("");
      if (!seen.add(shard)) {
        throw new RefusedException(
            Refusal.USAGE,
            one.name()
                + (shard.isEmpty()
                    ? " is a second report of all"
                    : " is a second report of shard " + shard),
            "Give one of each.");
      }
    }
  }

  private static List<Shard> missing(List<ReadReport> read) {
    int of = read.getFirst().report().shard().map(Shard::of).orElse(0);
    return IntStream.range(0, of)
        .mapToObj(index -> new Shard(index, of))
        .filter(shard ->
            read.stream().noneMatch(one -> one.report().shard().equals(Optional.of(shard))))
        .toList();
  }
}
