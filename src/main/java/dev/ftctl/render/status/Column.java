package dev.ftctl.render.status;

import dev.ftctl.model.address.Address;
import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A fact of each connection, for tables.
///
/// @param weight what is lightest goes first where there is no room for all
/// @param cell what it is of one connection, fit for a line
public record Column(String name, int weight, Function<ConnectionStatus, String> cell) {

  /// Those that everybody needs never go.
  static final int KEPT = Integer.MAX_VALUE;

  /// Beside its health.
  public static List<Column> of(Fleet fleet) {
    return of(fleet, address -> address.toString());
  }

  /// The same, for where there is little room: the kind, which all of them have, is left out.
  static List<Column> brief(Fleet fleet) {
    return of(fleet, Address::label);
  }

  private static List<Column> of(Fleet fleet, Function<Address, String> name) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("Connection", KEPT, each -> name.apply(each.address())));
    columns.add(new Column("Service", 4, each -> said(each.service())));
    columns.add(new Column("Last success", KEPT, each -> Look.ago(each.succeeded(), fleet)));
    columns.add(new Column("Last failure", 5, each -> Look.ago(each.failed(), fleet)));
    if (fleet.window().isPresent()) {
      columns.add(new Column("Syncs", 9, Look::runs));
      columns.add(new Column("Success", 8, Look::rate));
      columns.add(new Column("Took", 7, Look::took));
      columns.add(new Column("Loaded", 6, Look::loaded));
    }
    columns.add(new Column("Schedule", 3, each -> said(each.schedule().text())));
    columns.add(new Column("Setup", 1, each -> said(each.setupState())));
    columns.add(new Column("Sync", 2, each -> said(each.syncState())));
    return columns;
  }

  private static String said(String text) {
    return text.isEmpty() ? Look.NONE : English.printable(text);
  }

  String heading() {
    return name.toUpperCase(Locale.ROOT);
  }
}
