package dev.ftctl.render.status;

import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import dev.ftctl.operate.status.History;
import dev.ftctl.render.English;
import dev.ftctl.render.Lines;
import dev.ftctl.render.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Connections as a table: what needs somebody most at its head, each with its reasons below it.
/// Where there is no room for every column, those that tell least are left out.
///
/// @param width of a line in letters
/// @param isShort whether what is fine is only counted
public record StatusText(Paint paint, int width, boolean isShort) {

  /// Where nobody's window ends a line.
  public static final int ENDLESS = Integer.MAX_VALUE;

  private static final int GAP = 2;
  private static final int NARROW = 80;

  /// A longer name moves the rest of its own line, and of no other.
  private static final int WIDEST = 48;

  /// The whole table, and the line that counts.
  public String of(Fleet fleet) {
    var lines = table(fleet);
    lines.add(closing(fleet));
    return Lines.of(lines);
  }

  /// `60 connections in 4 groups: 2 broken, …, 52 fine.`
  public String closing(Fleet fleet) {
    return Look.size(fleet) + ": " + Look.counts(fleet) + ".";
  }

  /// The head, and the rows.
  public List<String> table(Fleet fleet) {
    List<ConnectionStatus> shown =
        fleet.connections().stream()
            .filter(each -> !isShort || each.health() != Health.FINE || each.isOnlyNoted())
            .toList();
    var lines = new ArrayList<String>();
    if (shown.isEmpty()) {
      return lines;
    }
    int health = shown.stream().mapToInt(each -> label(each.health()).length()).max().orElse(0);
    Map<Column, Integer> columns = fitting(fleet, shown, health);
    int indent = width < NARROW ? 2 * GAP : health + 2 * GAP;
    lines.add(row("HEALTH", health, columns, Column::heading));
    for (ConnectionStatus each : shown) {
      String padded = English.column(label(each.health()), health, 0);
      String painted = paint.apply(Look.tone(each.health()), padded);
      lines.add(painted + row("", 0, columns, column -> column.cell().apply(each)));
      for (String line : below(each)) {
        lines.add(" ".repeat(indent) + line);
      }
    }
    return lines;
  }

  private static String label(Health health) {
    return Look.sign(health) + " " + health.words();
  }

  /// What is told of a connection in words.
  static List<String> below(ConnectionStatus connection) {
    var lines = new ArrayList<String>();
    connection.reasons().forEach(reason -> lines.add(English.printable(reason)));
    connection.notes().forEach(note -> lines.add(English.printable(note)));
    if (connection.history().orElse(null) instanceof History.Unread unread) {
      lines.add("history unread: " + English.printable(String.valueOf(unread.why().getMessage())));
    }
    return lines;
  }

  private Map<Column, Integer> fitting(Fleet fleet, List<ConnectionStatus> shown, int health) {
    Map<Column, Integer> columns = fitting(Column.of(fleet), shown, width - health);
    return length(columns) > width - health
        ? fitting(Column.brief(fleet), shown, width - health)
        : columns;
  }

  private static Map<Column, Integer> fitting(
      List<Column> columns, List<ConnectionStatus> shown, int room) {
    var widths = new LinkedHashMap<Column, Integer>();
    for (Column column : columns) {
      int widest =
          shown.stream()
              .mapToInt(each -> English.length(column.cell().apply(each)))
              .filter(length -> length <= WIDEST)
              .max()
              .orElse(0);
      widths.put(column, Math.max(widest, column.heading().length()));
    }
    while (length(widths) > room) {
      Column lightest =
          widths.keySet().stream().min(Comparator.comparingInt(Column::weight)).orElseThrow();
      if (lightest.weight() == Column.KEPT) {
        break;
      }
      widths.remove(lightest);
    }
    return widths;
  }

  private static int length(Map<Column, Integer> widths) {
    return widths.values().stream().mapToInt(each -> each + GAP).sum();
  }

  private static String row(
      String first, int width, Map<Column, Integer> columns, Function<Column, String> cell) {
    var line = new StringBuilder(English.column(first, width, 0));
    columns.forEach((column, wide) ->
        line.append(" ".repeat(GAP)).append(English.column(cell.apply(column), wide, 0)));
    return line.toString().stripTrailing();
  }
}
