package dev.ftctl.sandbox.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A source with single tables added or dropped, as its owner would do over time.
///
/// @param add `{schema: {table: [columns]}}`, columns in the notation of [TableFacts]; a table that
///   is there already is replaced
/// @param drop `{schema: [tables]}`
record ChangedSource(Source before, JsonNode add, JsonNode drop) implements Source {

  @Override
  public List<String> schemas() {
    var names = new LinkedHashSet<>(before.schemas());
    add.fieldNames().forEachRemaining(names::add);
    return List.copyOf(names);
  }

  @Override
  public List<String> tables(String schema) {
    var names = new LinkedHashSet<>(before.tables(schema));
    add.path(schema).fieldNames().forEachRemaining(names::add);
    texts(drop.path(schema)).forEach(names::remove);
    return new ArrayList<>(names);
  }

  @Override
  public Optional<SourceTable> table(String schema, String table) {
    if (texts(drop.path(schema)).contains(table)) {
      return Optional.empty();
    }
    var added = add.path(schema).path(table);
    return added.isArray()
        ? Optional.of(TableFacts.table(table, Lock.OPEN, texts(added)))
        : before.table(schema, table);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
