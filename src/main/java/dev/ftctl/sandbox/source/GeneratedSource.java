package dev.ftctl.sandbox.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A source of any size in which nothing is stored: a table's number is in its name, and its
/// columns follow from the seed and that number.
///
/// @param schemaCount how many; the first is called `public`
/// @param tableCount how many in all, spread evenly
/// @param columnCount how many per table, the primary key among them
record GeneratedSource(int schemaCount, int tableCount, int columnCount, long seed)
    implements Source {
  private static final Pattern TABLE = Pattern.compile("[a-z]+_(\\d{5,9})");
  private static final List<String> NOUNS =
      List.of("account", "batch", "claim", "delivery", "entry", "form", "grant", "item", "job");
  private static final int DIGITS = 5;

  /// By where they begin and how many they are: tables have the same ones again and again.
  private static final Map<List<Integer>, List<SourceColumn>> MADE = new ConcurrentHashMap<>();

  private static final List<String> COLUMNS =
      List.of("email", "name", "status", "amount", "note", "code", "owner", "created_at");

  @Override
  public List<String> schemas() {
    return IntStream.range(0, schemaCount).mapToObj(GeneratedSource::schemaName).toList();
  }

  @Override
  public List<String> tables(String schema) {
    var place = schemas().indexOf(schema);
    if (place < 0) {
      return List.of();
    }
    var names = new ArrayList<String>(tableCount / schemaCount + 1);
    for (var number = place; number < tableCount; number += schemaCount) {
      names.add(tableName(number));
    }
    return names;
  }

  @Override
  public Optional<SourceTable> table(String schema, String table) {
    var match = TABLE.matcher(table);
    if (!match.matches()) {
      return Optional.empty();
    }
    var number = Integer.parseInt(match.group(1));
    var known =
        number < tableCount
            && tableName(number).equals(table)
            && schemaName(number % schemaCount).equals(schema);
    return known
        ? Optional.of(new SourceTable(table, Lock.OPEN, true, columns(number)))
        : Optional.empty();
  }

  private List<SourceColumn> columns(int number) {
    var offset = new SplittableRandom(seed + number).nextInt(COLUMNS.size());
    return MADE.computeIfAbsent(List.of(offset, columnCount), made -> columnsFrom(offset));
  }

  private List<SourceColumn> columnsFrom(int offset) {
    var names = new ArrayList<String>(columnCount);
    names.add("id*");
    for (var i = 1; i < columnCount; i++) {
      var word = COLUMNS.get((offset + i) % COLUMNS.size());
      names.add(i <= COLUMNS.size() ? word : word + '_' + i);
    }
    return names.stream().map(SourceColumn::parse).toList();
  }

  private static String schemaName(int place) {
    return place == 0 ? "public" : "schema_" + place;
  }

  private static String tableName(int number) {
    String digits = Integer.toString(number);
    return NOUNS.get(number % NOUNS.size())
        + '_'
        + "0".repeat(Math.max(0, DIGITS - digits.length()))
        + digits;
  }
}
