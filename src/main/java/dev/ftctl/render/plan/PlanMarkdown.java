package dev.ftctl.render.plan;

import dev.ftctl.kind.Action;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.render.English;
import dev.ftctl.render.Markdown;
import dev.ftctl.render.MarkdownParts;
import dev.ftctl.render.PlaceLinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A plan as one comment of a pull request, in GitHub's Markdown. The first line is a hidden marker
/// that is the same for every plan of an account and environment, so that a comment can be found
/// and put in place of the last one.
///
/// A comment holds at most [#LONGEST] characters (GitHub's limit). When a plan is larger, diffs go
/// first, then harmless rows are counted; deletions, replacements and blocks are told by address as
/// long as there is room, and then counted by kind. Equal reports give equal bytes.
public final class PlanMarkdown {

  public static final int LONGEST = 65_536;

  private static final String TABLE = "| change | what, and why | source |\n|-|-|-|\n";
  private static final String HEADING = "### ftctl plan: ";
  private static final int KEPT_FOR_COUNTS = 4_000;
  private static final int MOST_COUNTS = 20;

  private final PlanReport report;
  private final PlaceLinks links;
  private final String heading;
  private final List<MarkdownEntry> entries;
  private final String head;
  private final String foot;

  /// @param heading what the counts stand behind
  private PlanMarkdown(PlanReport report, PlaceLinks links, String heading) {
    this.report = report;
    this.links = links;
    this.heading = heading;
    this.entries =
        Fold.all(report.entries(), false).stream()
            .map(fold -> new MarkdownEntry(fold, links))
            .sorted(Comparator.comparingInt(MarkdownEntry::rank))
            .toList();
    this.head = head();
    this.foot = foot();
  }

  /// The whole comment, ended by a line end.
  public static String of(PlanReport report, PlaceLinks links) {
    return new PlanMarkdown(report, links, HEADING).text();
  }

  /// The same below another heading, without the marker.
  public static String below(PlanReport report, PlaceLinks links) {
    return new PlanMarkdown(report, links, "The plan: ").text();
  }

  private String text() {
    List<String> rows = new ArrayList<>();
    entries.forEach(entry -> rows.add(entry.row()));
    String table = table(rows, "");
    if (head.length() + table.length() + foot.length() + KEPT_FOR_COUNTS <= LONGEST) {
      return head + table + details(room(table)) + foot;
    }
    return head + narrowed() + foot;
  }

  private int room(String table) {
    return LONGEST - KEPT_FOR_COUNTS - head.length() - table.length() - foot.length();
  }

  private String details(int room) {
    var text = new StringBuilder();
    int left = 0;
    for (MarkdownEntry entry : entries) {
      String details = entry.details();
      if (details.length() <= room - text.length()) {
        text.append(details);
      } else {
        left++;
      }
    }
    if (left > 0) {
      text.append("\n")
          .append(English.count(left, "diff"))
          .append(" did not fit here; `ftctl plan` prints them.\n");
    }
    return text.isEmpty() ? "" : text + "\n";
  }

  /// The dangerous rows, whole while there is room, then short, then counted; the others as counts.
  private String narrowed() {
    int room = LONGEST - KEPT_FOR_COUNTS - head.length() - foot.length() - TABLE.length();
    List<MarkdownEntry> dangerous = entries.stream().filter(MarkdownEntry::isDangerous).toList();
    List<String> whole = dangerous.stream().map(MarkdownEntry::row).toList();
    List<String> rows =
        length(whole) <= room ? whole : dangerous.stream().map(MarkdownEntry::shortRow).toList();
    List<String> kept = new ArrayList<>();
    int used = 0;
    for (String row : rows) {
      if (used + row.length() + 1 > room) {
        break;
      }
      used += row.length() + 1;
      kept.add(row);
    }
    List<MarkdownEntry> counted = new ArrayList<>(dangerous.subList(kept.size(), dangerous.size()));
    entries.stream().filter(entry -> !entry.isDangerous()).forEach(counted::add);
    return table(kept, "Too many to list: " + counts(counted) + ". `ftctl plan` prints them.\n\n");
  }

  /// `12 update connector (sync_frequency 360 → 60), 3 delete webhook`, what is blocked said so;
  /// without the fields where that makes too many.
  private static String counts(List<MarkdownEntry> entries) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (MarkdownEntry entry : entries) {
      Action action = entry.entry().action();
      String word =
          (entry.entry().blocks().isEmpty() ? "" : "blocked ")
              + (action == Action.NONE ? "note about" : action.word())
              + " "
              + entry.entry().address().kind()
              + entry.touched();
      counts.merge(word, entry.size(), Integer::sum);
    }
    if (counts.size() > MOST_COUNTS) {
      counts.keySet().stream()
          .toList()
          .forEach(word -> {
            Integer number = counts.remove(word);
            counts.merge(word.replaceFirst(" \\(.*", ""), number, Integer::sum);
          });
    }
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }

  private static int length(List<String> rows) {
    return rows.stream().mapToInt(row -> row.length() + 1).sum();
  }

  private static String table(List<String> rows, String rest) {
    String table = rows.isEmpty() ? "" : TABLE + String.join("\n", rows) + "\n\n";
    return table + rest;
  }

  private String head() {
    Plan.Header header = report.header();
    var text = new StringBuilder();
    if (heading.equals(HEADING)) {
      text.append(MarkdownParts.marker("plan", header.accountId(), header.environment()));
    }
    text.append(heading).append(title()).append("\n\n");
    text.append(Markdown.code(header.account()));
    if (!header.environment().isEmpty()) {
      text.append(" · environment ").append(Markdown.code(header.environment()));
    }
    text.append(" · ")
        .append(English.count(header.manifests(), "manifest"))
        .append(", ")
        .append(English.count(header.resources(), "resource"));
    if (header.part().isChanged()) {
      // A name of git's may hold what Markdown takes for a mark.
      text.append(" · ")
          .append(English.count(header.part().documents(), "document"))
          .append(" changed since ")
          .append(Markdown.code(header.part().shown()));
    }
    text.append("\n\n");
    List<Problem> serious = new ArrayList<>(report.notices());
    serious.addAll(report.policies().problems());
    List<String> caution =
        new ArrayList<>(serious.stream().filter(Problem::isError).map(this::line).toList());
    entries.forEach(entry -> caution.addAll(entry.alerts()));
    MarkdownParts.alert("CAUTION", caution, text);
    downstream(text);
    MarkdownParts.alert(
        "NOTE",
        serious.stream().filter(problem -> !problem.isError()).map(this::line).toList(),
        text);
    return text.toString();
  }

  private String line(Problem problem) {
    return MarkdownParts.line(problem, links);
  }

  private void downstream(StringBuilder text) {
    List<String> felt =
        entries.stream().map(MarkdownEntry::downstream).flatMap(Optional::stream).toList();
    if (!felt.isEmpty()) {
      var lines = new ArrayList<>(felt);
      lines.addFirst("> **Downstream in dbt:**\n");
      MarkdownParts.alert("WARNING", lines, text);
    }
  }

  /// What there is of each, the blocked ones loud.
  private String title() {
    PlanReport.Counts counts = report.counts();
    var parts = new ArrayList<String>();
    add(parts, counts.create(), "create");
    add(parts, counts.update(), "update");
    add(parts, counts.replace(), "replace");
    add(parts, counts.delete(), "delete");
    add(parts, counts.move(), "move");
    String idle =
        report.cost().steps() == 0 ? unchanged() : "apply goes on with what is not finished";
    String what = parts.isEmpty() ? idle : String.join(", ", parts);
    boolean isRefused = report.notices().stream().anyMatch(Problem::isError);
    String blocked =
        counts.blocked() > 0
            ? " · **" + counts.blocked() + " blocked**"
            : isRefused ? " · **blocked**" : "";
    return what + blocked + (report.policies().isRefusal() ? " · **a policy is not kept**" : "");
  }

  private String unchanged() {
    int open = report.unprotected().size();
    return open == 0
        ? "nothing changes"
        : "no change, **"
            + open
            + (open == 1 ? " exclusion or hashing" : " exclusions or hashings")
            + " not held**";
  }

  private static void add(List<String> parts, long count, String word) {
    if (count > 0) {
      parts.add(count + " " + word);
    }
  }

  private String foot() {
    var text = new StringBuilder();
    Cost cost = report.cost();
    if (cost.steps() > 0) {
      text.append("**Cost** ")
          .append(English.count(cost.steps(), "step"))
          .append(", ")
          .append(cost.time())
          .append(" · **Calls** ")
          .append(cost.requests());
    }
    if (!report.unmanaged().isEmpty()) {
      text.append(text.isEmpty() ? "" : " · ")
          .append("**Not managed** ")
          .append(English.count(report.unmanaged().size(), "object"));
    }
    if (!report.unlooked().isEmpty()) {
      text.append(text.isEmpty() ? "" : " · ")
          .append("**Not looked at** ")
          .append(report.unlooked(false));
    }
    if (report.impacts().manifest().isPresent()) {
      text.append(text.isEmpty() ? "" : " · ")
          .append("**Downstream** ")
          .append(Markdown.text(ImpactWords.whole(report.impacts())));
    }
    text.append(text.isEmpty() ? "" : "\n\n");
    return text.append(report.counts().text())
        .append(Markdown.text(report.unreadBase()))
        .append("\n")
        .toString();
  }
}
