package dev.ftctl.render.fleet;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.English;
import dev.ftctl.render.Markdown;
import dev.ftctl.render.MarkdownParts;
import dev.ftctl.render.PlaceLinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A fleet as one comment of a pull request: a table that begins with what needs somebody, then
/// what the command tells of each of those accounts, folded. At most [#LONGEST] characters: what
/// the command tells is cut to its warnings, then left out, the last accounts first; rows that
/// don't fit are counted. Equal reports give equal bytes.
public final class FleetMarkdown {

  /// GitHub's limit of a comment.
  public static final int LONGEST = 65_536;

  private static final int MOST_OF_TABLE = 24_000;
  private static final String TABLE = "| environment | end | what |\n|-|-|-|\n";

  private final FleetReport report;
  private final Map<String, Section> sections;

  private FleetMarkdown(FleetReport report, Map<String, Section> sections) {
    this.report = report;
    this.sections = Map.copyOf(sections);
  }

  /// The whole comment, ended by a line end.
  ///
  /// @param sections of those accounts that have one, by environment
  public static String of(FleetReport report, Map<String, Section> sections) {
    return new FleetMarkdown(report, sections).text();
  }

  /// What a script finds the last comment by.
  private static String marker(String command, String shard) {
    return MarkdownParts.marker("fleet-" + command, "", shard);
  }

  /// The comment of a fleet that something stopped before its first account.
  ///
  /// @param shard as the command line names it; empty for none
  /// @param problems at least one, an error
  public static String stopped(
      String command, String shard, List<Problem> problems, PlaceLinks links) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    var text = new StringBuilder(marker(command, shard));
    text.append("### ftctl fleet ").append(command).append(": **stopped**, ");
    text.append(English.count(errors.size(), "error")).append("\n\n");
    MarkdownParts.alert(
        "CAUTION",
        errors.stream().map(problem -> MarkdownParts.line(problem, links)).toList(),
        text);
    return text.append("No account was asked anything.\n").toString();
  }

  private String text() {
    List<FleetRow> busy =
        report.rows().stream()
            .filter(row -> !row.isIdle())
            .sorted(Comparator.comparingInt(FleetMarkdown::urgency))
            .toList();
    String head = head(busy) + table(busy) + idle();
    String foot = "\n" + Markdown.prose(FleetWords.closing(report)) + "\n";
    return head + folded(busy, LONGEST - head.length() - foot.length()) + foot;
  }

  /// What failed and what is blocked comes first, then what changes, then the rest.
  private static int urgency(FleetRow row) {
    if (row.exitCode() != 0 && row.exitCode() != 2) {
      return 0;
    }
    return row.hasChanges() || row.hasWrites() ? 1 : 2;
  }

  private String head(List<FleetRow> busy) {
    long changing = busy.stream().filter(FleetRow::hasChanges).count();
    long failing = busy.stream().filter(row -> urgency(row) == 0).count();
    String shard = report.shard().map(Shard::toString).orElse("");
    String many = English.count(report.rows().size(), "account");
    return marker(report.command(), shard)
        + "### ftctl fleet "
        + report.command()
        + ": "
        + (report.command().equals("validate")
            ? many
            : changing + " of " + many + (changing == 1 ? " differs" : " differ"))
        + (failing == 0 ? "" : " · **" + failing + " blocked or failed**")
        + (report.missing().isEmpty() ? "" : " · **" + FleetWords.missing(report).strip() + "**")
        + (shard.isEmpty() ? "" : " · shard " + shard)
        + "\n\n";
  }

  private static String table(List<FleetRow> busy) {
    if (busy.isEmpty()) {
      return "";
    }
    var table = new StringBuilder(TABLE);
    int shown = 0;
    for (FleetRow row : busy) {
      String line =
          "| "
              + Markdown.cell(row.environment())
              + (row.account().isEmpty() ? "" : "<br>" + Markdown.cell(row.account()))
              + " | "
              + row.ending().replace(" ", "&nbsp;")
              + " | "
              + Markdown.cellProse(row.line())
              + " |\n";
      if (table.length() + line.length() > MOST_OF_TABLE) {
        break;
      }
      table.append(line);
      shown++;
    }
    int left = busy.size() - shown;
    return table + (left == 0 ? "" : "\nand " + left + " more, which did not fit here\n") + "\n";
  }

  private String idle() {
    List<FleetRow> idle = report.rows().stream().filter(FleetRow::isIdle).toList();
    return idle.isEmpty()
        ? ""
        : "Nothing to tell of "
            + English.count(idle.size(), "account")
            + ": "
            + Markdown.text(FleetWords.names(idle))
            + "\n\n";
  }

  /// Short ones of all before whole ones of the first.
  private String folded(List<FleetRow> busy, int room) {
    List<String> texts = new ArrayList<>();
    List<FleetRow> having =
        busy.stream().filter(row -> sections.containsKey(row.environment())).toList();
    int left = room;
    for (FleetRow row : having) {
      String text = folded(row, section(row).brief());
      texts.add(text.length() <= left ? text : "");
      left -= texts.getLast().length();
    }
    for (int at = 0; at < having.size(); at++) {
      String text = folded(having.get(at), section(having.get(at)).whole());
      int more = text.length() - texts.get(at).length();
      if (!section(having.get(at)).whole().isEmpty() && more <= left) {
        texts.set(at, text);
        left -= more;
      }
    }
    return String.join("", texts);
  }

  private Section section(FleetRow row) {
    return sections.getOrDefault(row.environment(), Section.NONE);
  }

  private static String folded(FleetRow row, String text) {
    return "<details><summary>"
        + Markdown.html(row.environment())
        + ": "
        + row.ending()
        + "</summary>\n\n"
        + text
        + "\n</details>\n";
  }
}
