package dev.ftctl.sql;

import dev.ftctl.sql.token.Dialect;
import dev.ftctl.sql.token.Lexis;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Queries of names, among texts, comments and templates that hold the same names; it keeps in mind
/// which letters are names.
public final class GeneratedSql {

  private static final String[] SEALED = {
    "'%s'",
    "'%s.%s'",
    "/* %s */",
    "-- %s.%s\n",
    "{{ ref('%s') }}",
    "{# %s #}",
    "{%% if %s %%}",
    "'{{ var(\"%s\") }}'",
    "${%s}"
  };

  private final SplittableRandom random;
  private final Dialect dialect;
  private final List<String> schemas;
  private final List<String> tables;
  private final List<String> columns;
  private final Deque<List<String>> scopes = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final BitSet open = new BitSet();

  public GeneratedSql(
      SplittableRandom random,
      Dialect dialect,
      String[] schemas,
      String[] tables,
      String[] columns) {
    this.random = random;
    this.dialect = dialect;
    this.schemas = List.of(schemas);
    this.tables = List.of(tables);
    this.columns = List.of(columns);
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      statement();
    }
  }

  public String text() {
    return text.toString();
  }

  /// Whether all of it stands where names stand.
  boolean isName(int offset, String what) {
    return open.nextClearBit(offset) >= offset + what.length();
  }

  private void statement() {
    scopes.clear();
    switch (random.nextInt(6)) {
      case 0 -> {
        word("update");
        String table = any(tables);
        scopes.push(new ArrayList<>(List.of(table)));
        table(table);
        word("set");
        names(any(columns));
        word("=");
        value(2);
      }
      case 1 -> {
        word("insert into");
        table(any(tables));
        word("(");
        names(any(columns));
        word(")");
        query(2);
      }
      default -> query(3);
    }
    word(";");
    sealed();
  }

  /// What it reads from is decided before it is written, so that its columns can be qualified.
  private void query(int depth) {
    if (depth > 1 && random.nextInt(4) == 0) {
      word("with");
      names(any(tables));
      word("as (");
      alone(depth - 1);
      word(")");
    }
    List<String> called = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      String table = random.nextInt(5) == 0 ? "" : any(tables);
      String alias = table.isEmpty() || random.nextBoolean() ? "q" + count : "";
      alias = !alias.isEmpty() && random.nextInt(4) == 0 ? any(tables) : alias;
      String name = alias.isEmpty() ? table : alias;
      if (called.stream().noneMatch(name::equalsIgnoreCase)) {
        called.add(name);
        read.add(table + " " + alias);
      }
    }
    scopes.push(called);
    word("select");
    for (int count = random.nextInt(3); count >= 0; count--) {
      value(depth);
      if (random.nextInt(3) == 0) {
        word("as");
        names(any(columns));
      }
      word(count == 0 ? "" : ",");
    }
    relations(read, depth);
    if (random.nextBoolean()) {
      word(random.nextBoolean() ? "where" : "order by");
      value(depth);
    }
    scopes.pop();
    if (depth > 1 && random.nextInt(5) == 0) {
      word("union all");
      query(depth - 1);
    }
  }

  /// One that sees nothing of the queries around it.
  private void alone(int depth) {
    List<List<String>> around = List.copyOf(scopes);
    scopes.clear();
    query(depth);
    scopes.addAll(around);
  }

  private void relations(List<String> read, int depth) {
    String before = "from";
    for (String one : read) {
      word(before);
      before = "cross join";
      String[] name = one.split(" ", -1);
      if (!name[0].isEmpty()) {
        table(name[0]);
      } else if (depth > 1 && random.nextBoolean()) {
        word("(");
        alone(depth - 1);
        word(")");
      } else {
        word("{{ ref('" + any(tables) + "') }}");
      }
      if (!name[1].isEmpty()) {
        word(random.nextBoolean() ? "as" : "");
        names(name[1]);
      }
    }
  }

  private void table(String table) {
    if (random.nextBoolean()) {
      names(any(schemas), table);
    } else {
      names(table);
    }
  }

  private void value(int depth) {
    sealed();
    switch (random.nextInt(8)) {
      case 0 -> word("*");
      case 1 -> word("'" + any(columns) + "'");
      case 2 -> {
        word("f(");
        column();
        word(")");
      }
      case 3 -> {
        if (depth > 1) {
          word("(");
          query(depth - 1);
          word(")");
        } else {
          column();
        }
      }
      default -> column();
    }
  }

  private void column() {
    List<String> called = scopes.stream().flatMap(List::stream).toList();
    if (random.nextBoolean() && !called.isEmpty()) {
      names(any(called), any(columns));
    } else {
      names(any(columns));
    }
  }

  private void sealed() {
    if (random.nextInt(3) == 0) {
      word(SEALED[random.nextInt(SEALED.length)].formatted(any(tables), any(columns)));
    }
  }

  private void names(String... chain) {
    for (int part = 0; part < chain.length; part++) {
      text.append(part > 0 ? "." : "");
      int start = text.length();
      text.append(quoted(chain[part]));
      open.set(start, text.length());
    }
    text.append(' ');
  }

  private String quoted(String name) {
    if (random.nextInt(3) > 0 && !name.equals("order") && !name.equals("user")) {
      return random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT);
    }
    return dialect.has(Lexis.BACKTICKS)
        ? "`" + name + "`"
        : dialect.has(Lexis.BRACKETS) ? "[" + name + "]" : "\"" + name + "\"";
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private void word(String word) {
    text.append(word).append(random.nextInt(9) == 0 ? "\r\n" : " ");
  }
}
