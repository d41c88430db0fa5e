package dev.ftctl.render.status;

import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.render.English;
import dev.ftctl.render.Markdown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Connections in GitHub's Markdown, for a job's summary or a comment: what needs somebody as a
/// table with reasons, the others folded away.
///
/// A comment holds at most [#LONGEST] characters (GitHub's limit); where there are more connections
/// than room, the last ones are counted.
public final class StatusMarkdown {

  public static final int LONGEST = 65_536;

  private static final int KEPT_FOR_THE_REST = 400;

  private final Fleet fleet;
  private final StringBuilder text = new StringBuilder();
  private final List<Column> columns;

  private StatusMarkdown(Fleet fleet) {
    this.fleet = fleet;
    this.columns = Column.of(fleet);
  }

  public static String of(Fleet fleet) {
    return new StatusMarkdown(fleet).text();
  }

  /// Where nothing is known: never a page that looks like a good day.
  public static String unread(Instant at, String why) {
    return "### ✗ Fivetran: the connections could not be read\n\n"
        + Markdown.text(why)
        + "\n\nTried at "
        + at.truncatedTo(ChronoUnit.SECONDS)
        + ".\n";
  }

  private String text() {
    List<ConnectionStatus> bad =
        fleet.connections().stream().filter(ConnectionStatus::needsAttention).toList();
    List<ConnectionStatus> told =
        fleet.connections().stream()
            .filter(each -> each.needsAttention() || each.isOnlyNoted())
            .toList();
    List<ConnectionStatus> others =
        fleet.connections().stream()
            .filter(each -> !each.needsAttention() && !each.isOnlyNoted())
            .toList();
    int all = fleet.connections().size();
    String verdict =
        bad.isEmpty()
            ? "✓ Fivetran: no connection needs"
            : "✗ Fivetran: " + bad.size() + " of " + all;
    text.append("### ").append(verdict);
    text.append(bad.isEmpty() ? " attention\n\n" : " connections need attention\n\n");
    text.append("Account ").append(Markdown.code(fleet.account())).append(", ");
    text.append(Look.size(fleet)).append(": ").append(Look.counts(fleet)).append(". As of ");
    text.append(fleet.at().truncatedTo(ChronoUnit.SECONDS)).append(".\n");
    if (!told.isEmpty()) {
      text.append('\n');
      table(told, true, "");
    }
    if (!others.isEmpty()) {
      text.append("\n<details><summary>").append(English.count(others.size(), "other"));
      text.append("</summary>\n\n");
      table(others, false, "\n</details>\n");
    }
    return text.toString();
  }

  private void table(List<ConnectionStatus> rows, boolean hasReasons, String end) {
    String why = hasReasons ? " Why |" : "";
    text.append("| Health |");
    columns.forEach(column -> text.append(' ').append(column.name()).append(" |"));
    text.append(why).append("\n|").append("-|".repeat(columns.size() + (hasReasons ? 2 : 1)));
    text.append('\n');
    for (int i = 0; i < rows.size(); i++) {
      String row = row(rows.get(i), hasReasons);
      if (text.length() + row.length() + KEPT_FOR_THE_REST > LONGEST) {
        text.append("\n… and ").append(rows.size() - i).append(" more.\n");
        break;
      }
      text.append(row);
    }
    text.append(end);
  }

  private String row(ConnectionStatus each, boolean hasReasons) {
    var cells = new ArrayList<String>();
    cells.add(Look.sign(each.health()) + " " + each.health().words());
    for (Column column : columns) {
      String cell = column.cell().apply(each);
      cells.add(column.weight() == Column.KEPT ? code(cell) : Markdown.text(cell));
    }
    if (hasReasons) {
      cells.add(
          StatusText.below(each).stream().map(Markdown::text).collect(Collectors.joining("<br>")));
    }
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /// An address as code; an age as it is.
  private static String code(String cell) {
    return cell.contains("/") ? Markdown.code(cell) : Markdown.text(cell);
  }
}
