package dev.ftctl.sql.token;

import static dev.ftctl.sql.token.Lexis.AMPERSAND_VARIABLES;
import static dev.ftctl.sql.token.Lexis.BACKSLASHES;
import static dev.ftctl.sql.token.Lexis.BACKTICKS;
import static dev.ftctl.sql.token.Lexis.BRACKETS;
import static dev.ftctl.sql.token.Lexis.BYTES_PREFIX;
import static dev.ftctl.sql.token.Lexis.CONTINUED_COMMENTS;
import static dev.ftctl.sql.token.Lexis.DASHED_NAMES;
import static dev.ftctl.sql.token.Lexis.DASHES_AND_SPACE;
import static dev.ftctl.sql.token.Lexis.DOLLARS;
import static dev.ftctl.sql.token.Lexis.DOLLAR_NAMES;
import static dev.ftctl.sql.token.Lexis.DOLLAR_TAGS;
import static dev.ftctl.sql.token.Lexis.DOTTED_BACKTICKS;
import static dev.ftctl.sql.token.Lexis.DOUBLE_QUOTED_TEXTS;
import static dev.ftctl.sql.token.Lexis.EQUALS_ALIASES;
import static dev.ftctl.sql.token.Lexis.ESCAPE_PREFIX;
import static dev.ftctl.sql.token.Lexis.EXACT_TABLES;
import static dev.ftctl.sql.token.Lexis.HASH_COMMENTS;
import static dev.ftctl.sql.token.Lexis.HASH_NAMES;
import static dev.ftctl.sql.token.Lexis.LOWER_NAMES;
import static dev.ftctl.sql.token.Lexis.NESTED_COMMENTS;
import static dev.ftctl.sql.token.Lexis.RAW_PREFIX;
import static dev.ftctl.sql.token.Lexis.ROUND_VARIABLES;
import static dev.ftctl.sql.token.Lexis.SELF_NAMING;
import static dev.ftctl.sql.token.Lexis.SLASH_COMMENTS;
import static dev.ftctl.sql.token.Lexis.STAGES;
import static dev.ftctl.sql.token.Lexis.TRIPLE_QUOTES;
import static dev.ftctl.sql.token.Lexis.UPPER_NAMES;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A dialect of SQL, as far as its tokens go.
public enum Dialect {
  SNOWFLAKE(
      "snowflake.*",
      '"',
      BACKSLASHES,
      DOLLARS,
      SLASH_COMMENTS,
      DOLLAR_NAMES,
      STAGES,
      AMPERSAND_VARIABLES,
      SELF_NAMING,
      UPPER_NAMES),
  BIGQUERY(
      "(?:managed_)?big_?query.*",
      '`',
      BACKSLASHES,
      RAW_PREFIX,
      BYTES_PREFIX,
      DOUBLE_QUOTED_TEXTS,
      TRIPLE_QUOTES,
      BACKTICKS,
      DOTTED_BACKTICKS,
      DASHED_NAMES,
      HASH_COMMENTS,
      EXACT_TABLES),
  REDSHIFT(
      "redshift.*",
      '"',
      BACKSLASHES,
      DOLLARS,
      DOLLAR_TAGS,
      NESTED_COMMENTS,
      DOLLAR_NAMES,
      HASH_NAMES),
  POSTGRES(
      "(?:.*_)?postgres.*|alloydb.*|cockroach.*",
      '"',
      ESCAPE_PREFIX,
      BYTES_PREFIX,
      DOLLARS,
      DOLLAR_TAGS,
      NESTED_COMMENTS,
      DOLLAR_NAMES,
      LOWER_NAMES),
  DATABRICKS(
      "(?:managed_)?databricks.*",
      '`',
      BACKSLASHES,
      RAW_PREFIX,
      DOUBLE_QUOTED_TEXTS,
      BACKTICKS,
      NESTED_COMMENTS,
      CONTINUED_COMMENTS),
  SQLSERVER(
      "(?:.*_)?(?:sql_?server|azure_sql|synapse).*|(?:azure_)?sql_data_warehouse|.*_mssql.*",
      '[',
      BRACKETS,
      NESTED_COMMENTS,
      HASH_NAMES,
      DOLLAR_NAMES,
      ROUND_VARIABLES,
      EQUALS_ALIASES,
      SELF_NAMING),
  MYSQL(
      "(?:.*_)?(?:mysql|maria|singlestore).*|aurora_warehouse",
      '`',
      BACKSLASHES,
      BYTES_PREFIX,
      DOUBLE_QUOTED_TEXTS,
      BACKTICKS,
      HASH_COMMENTS,
      DASHES_AND_SPACE,
      DOLLAR_NAMES,
      EXACT_TABLES);

  private final Pattern services;
  private final char quote;
  private final Set<Lexis> lexis;

  Dialect(String services, char quote, Lexis... lexis) {
    this.services = Pattern.compile(services);
    this.quote = quote;
    this.lexis = Set.copyOf(Arrays.asList(lexis));
  }

  /// As it is written, or as the destinations are called that have it.
  public static Optional<Dialect> of(String name) {
    String asked = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(one -> one.written().equals(asked) || one.services.matcher(asked).matches())
        .findFirst();
  }

  /// All of them, as the command line writes them.
  public static List<String> names() {
    return Arrays.stream(values()).map(Dialect::written).toList();
  }

  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it has that trait.
  public boolean has(Lexis one) {
    return lexis.contains(one);
  }

  /// What opens a name in quotes.
  public char quote() {
    return quote;
  }
}
