package dev.ftctl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sql.token.Dialect;
import dev.ftctl.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Which tables and columns names mean, and which are left: one query after the other.
final class SqlScopesTest {

  private static final Path CASES = Path.of("src/test/resources/sql/queries.sql");
  private static final Pattern CASE =
      Pattern.compile("-- case: (.*?)(?: \\[(\\w+)])?\\n(.*?\\n)(?=-- case: |\\z)", Pattern.DOTALL);

  static final List<SourceTable> TABLES =
      List.of(
          table(
              "dbo.Account crm_dbo.account",
              "Id id AccountNumber account_number FirstName first_name ParentId parent_id x y y z"),
          table(
              "dbo.OrderItems crm_dbo.order_items",
              "Id id AccountNumber account_number UnitPrice unit_price OrderDate order_date"),
          table("dbo.Ticket crm_dbo.ticket", "TicketId ticket_id y y"),
          table("dbo.a crm_dbo.b", ""),
          table("dbo.b crm_dbo.c", ""),
          table("sales.Region crm_sales.region", ""),
          table("hr.Region crm_hr.region_hr", ""));

  private static SourceTable table(String names, String columns) {
    String[] name = names.split("[. ]");
    var known = new LinkedHashMap<String, String>();
    String[] pairs = columns.isEmpty() ? new String[0] : columns.split(" ");
    for (int index = 0; index < pairs.length; index += 2) {
      known.put(pairs[index], pairs[index + 1]);
    }
    return new SourceTable(name[0], name[1], name[2], name[3], known, true);
  }

  @Test
  void namesMeanWhatTheirQueriesSay() throws IOException {
    Matcher cases = CASE.matcher(Files.readString(CASES));
    var golden = new StringBuilder();
    var names = new SourceNames(TABLES, false);
    while (cases.find()) {
      Dialect dialect =
          Dialect.of(cases.group(2) == null ? "snowflake" : cases.group(2)).orElseThrow();
      String text = cases.group(3);
      Rewriting done = read(text, dialect, names);
      String after = done.applied(text);
      golden.append("-- ").append(cases.group(1)).append(" [").append(dialect.written());
      golden.append("]\n").append(after);
      done.left()
          .forEach(left ->
              golden
                  .append("--   left: ")
                  .append(left.name())
                  .append(": ")
                  .append(left.why())
                  .append('\n'));
      golden.append('\n');

      assertThat(read(after, dialect, names).changes()).as(cases.group(1)).isEmpty();
    }

    Golden.check("sql/queries.sql", golden.toString());
  }

  /// Who knows that a text has names of the source says so, and then each means one thing.
  @Test
  void namesOnBothSidesAreThoseOfTheSourceWhereThatIsSaid() {
    String text = "select a.x, a.y from dbo.Account a, dbo.b, dbo.a";

    Rewriting done = read(text, Dialect.SNOWFLAKE, new SourceNames(TABLES, true));

    assertThat(done.applied(text))
        .isEqualTo("select a.y, a.z from crm_dbo.Account a, crm_dbo.c, crm_dbo.b");
    assertThat(done.left()).isEmpty();
  }

  private static Rewriting read(String text, Dialect dialect, SourceNames names) {
    if (SqlNames.rewrite(text, dialect, names) instanceof SqlNames.Result.Read read) {
      return read.rewriting();
    }
    throw new AssertionError("can't be read: " + text);
  }
}
