package dev.ftctl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sql.token.Dialect;
import dev.ftctl.testing.Scale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What holds of any text: texts, comments and templates stay, and a second run changes nothing,
/// even where names of the source are names of the destination, too.
final class SqlLawsTest {

  private static final String[] SCHEMAS = {"Sa", "sb", "s_c"};
  private static final String[] TABLES = {"Ta", "tb", "TbTc", "tb_tc", "order"};
  private static final String[] COLUMNS = {"Ca", "cb", "CbCc", "cb_cc", "user"};

  @Test
  void changesLieInNamesAndASecondRunMakesNone() {
    int changed = 0;
    for (int seed = 0; seed < Scale.of(500, 60_000); seed++) {
      var random = new SplittableRandom(seed);
      Dialect dialect = Dialect.values()[random.nextInt(Dialect.values().length)];
      var names = new SourceNames(tables(random), false);
      var sql = new GeneratedSql(random, dialect, SCHEMAS, TABLES, COLUMNS);

      Rewriting first = read(sql.text(), dialect, names, seed);
      String after = first.applied(sql.text());
      Rewriting second = read(after, dialect, names, seed);

      assertThat(first.changes())
          .as("seed %d: %s", seed, sql.text())
          .allMatch(change -> sql.isName(change.offset(), change.from()));
      assertThat(second.changes())
          .as("seed %d, %s:%n%s%n%s%n%s", seed, dialect, names.tables(), sql.text(), after)
          .isEmpty();
      changed += first.changes().size();
    }
    assertThat(changed).isGreaterThan(300);
  }

  private static Rewriting read(String text, Dialect dialect, SourceNames names, int seed) {
    return switch (SqlNames.rewrite(text, dialect, names)) {
      case SqlNames.Result.Read read -> read.rewriting();
      case SqlNames.Result.Unreadable flawed ->
          throw new AssertionError("seed " + seed + ": " + flawed.flaw() + "\n" + text);
    };
  }

  /// Of so few names that many are called in the destination what others are in the source.
  private static List<SourceTable> tables(SplittableRandom random) {
    Map<List<String>, SourceTable> tables = new LinkedHashMap<>();
    Map<String, String> schemas = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      String schema = one(random, SCHEMAS);
      String there = schemas.computeIfAbsent(schema, one -> one(random, SCHEMAS));
      String table = one(random, TABLES);
      String tableThere = one(random, TABLES);
      if (taken.add((there + "." + tableThere).toLowerCase(Locale.ROOT))) {
        tables.put(
            List.of(schema, table),
            new SourceTable(
                schema, table, there, tableThere, columns(random), random.nextBoolean()));
      }
    }
    return new ArrayList<>(tables.values());
  }

  private static SequencedMap<String, String> columns(SplittableRandom random) {
    var columns = new LinkedHashMap<String, String>();
    Set<String> taken = new HashSet<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      String there = one(random, COLUMNS);
      if (taken.add(there.toLowerCase(Locale.ROOT))) {
        columns.put(one(random, COLUMNS), there);
      }
    }
    return columns;
  }

  private static String one(SplittableRandom random, String[] names) {
    return names[random.nextInt(names.length)];
  }
}
