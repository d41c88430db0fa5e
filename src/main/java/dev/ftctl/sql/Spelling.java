package dev.ftctl.sql;

import static dev.ftctl.sql.token.Lexis.DOTTED_BACKTICKS;
import static dev.ftctl.sql.token.Lexis.EXACT_TABLES;
import static dev.ftctl.sql.token.Lexis.LOWER_NAMES;
import static dev.ftctl.sql.token.Lexis.UPPER_NAMES;

import dev.ftctl.sql.scope.Part;
import dev.ftctl.sql.token.Dialect;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a name of the destination is written in the place of another one.
record Spelling(Dialect dialect) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /// The same text where it means the same already; what is in quotes stays in quotes.
  ///
  /// @param isTable a table or a schema, and no column
  String of(Part part, String name, boolean isTable) {
    boolean isExact = isTable && dialect.has(EXACT_TABLES);
    if (!part.isQuoted()) {
      boolean isSame = isExact ? part.name().equals(name) : part.name().equalsIgnoreCase(name);
      return isSame ? part.text() : isPlain(name) ? name : quoted(name, dialect.quote());
    }
    String stored = stored(name);
    boolean counts = isExact || dialect.has(UPPER_NAMES) || dialect.has(LOWER_NAMES);
    boolean isSame = counts ? part.name().equals(stored) : part.name().equalsIgnoreCase(stored);
    if (isSame) {
      return part.text();
    }
    return part.isWhole() ? quoted(name, part.text().charAt(0)) : inBackticks(stored);
  }

  /// As the destination keeps it: Fivetran tells names in lower case, and Snowflake keeps those in
  /// upper case.
  private String stored(String name) {
    boolean isFolded = dialect.has(UPPER_NAMES) && name.equals(name.toLowerCase(Locale.ROOT));
    return isFolded ? name.toUpperCase(Locale.ROOT) : name;
  }

  /// Whether it needs no quotes.
  private boolean isPlain(String name) {
    boolean isFolded = !dialect.has(LOWER_NAMES) || name.equals(name.toLowerCase(Locale.ROOT));
    return isFolded && PLAIN.matcher(name).matches() && !ReservedWords.has(name);
  }

  private String quoted(String name, char open) {
    String stored = stored(name);
    return switch (open) {
      case '[' -> "[" + stored.replace("]", "]]") + "]";
      case '`' -> "`" + inBackticks(stored) + "`";
      default -> "\"" + stored.replace("\"", "\"\"") + "\"";
    };
  }

  private String inBackticks(String name) {
    return dialect.has(DOTTED_BACKTICKS)
        ? name.replace("\\", "\\\\").replace("`", "\\`")
        : name.replace("`", "``");
  }
}
