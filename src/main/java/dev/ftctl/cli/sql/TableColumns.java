package dev.ftctl.cli.sql;

import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.live.Parallel;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.sql.SchemaConfiguration;
import dev.ftctl.sql.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks for the columns of the tables that files name, since a schema configuration lists those
/// only that somebody has set (fivetran-quirks 2.5).
final class TableColumns {

  private final SchemasApi api;
  private final String connectionId;
  private final List<String> unread = new ArrayList<>();

  TableColumns(SchemasApi api, String connectionId) {
    this.api = api;
    this.connectionId = connectionId;
  }

  /// Tables whose columns are not known, each with the reason.
  List<String> unread() {
    return List.copyOf(unread);
  }

  /// @param first what the files name, as far as it is known without
  List<SourceTable> filled(List<SourceTable> tables, RewrittenFiles first) {
    Set<SourceTable> named = new LinkedHashSet<>();
    first.files().forEach(file -> named.addAll(file.rewriting().tables()));
    var tasks =
        named.stream()
            .map(table -> new Parallel.Task<>(table.shown(), () -> filled(table)))
            .toList();
    Map<SourceTable, SourceTable> filled = new HashMap<>();
    List<Optional<SourceTable>> answers = new Parallel(ReadingObserver.NONE).all(tasks);
    int index = 0;
    for (SourceTable table : named) {
      answers.get(index++).ifPresent(full -> filled.put(table, full));
    }
    named.stream()
        .filter(table -> !filled.containsKey(table))
        .forEach(table -> unread.add(table.shown()));
    return tables.stream().map(table -> filled.getOrDefault(table, table)).toList();
  }

  /// The source can't be asked before the connection is connected; then the columns that the
  /// configuration lists have to do.
  private Optional<SourceTable> filled(SourceTable table) {
    try {
      return Optional.of(
          table.with(
              SchemaConfiguration.columns(
                  api.columnsWithNames(connectionId, table.schema(), table.name()))));
    } catch (ApiException refused) {
      int status = refused.failure().status();
      if (status >= 400 && status < 500 && !refused.failure().isDenied()) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
