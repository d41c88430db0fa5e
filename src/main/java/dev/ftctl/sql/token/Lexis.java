package dev.ftctl.sql.token;

/// What the tokens of dialects differ in.
public enum Lexis {
  /// `'it\'s'`
  BACKSLASHES,
  /// `E'it\'s'`
  ESCAPE_PREFIX,
  /// `r'\'`, in which a backslash is a letter like others.
  RAW_PREFIX,
  /// `b'…'`, `rb"…"`
  BYTES_PREFIX,
  /// `"…"` is a text, and no name.
  DOUBLE_QUOTED_TEXTS,
  /// `'''…'''`, `"""…"""`
  TRIPLE_QUOTES,
  /// `$$…$$`
  DOLLARS,
  /// `$body$…$body$`
  DOLLAR_TAGS,
  BACKTICKS,
  /// `` `project.dataset.table` ``: several names in one pair.
  DOTTED_BACKTICKS,
  BRACKETS,
  NESTED_COMMENTS,
  HASH_COMMENTS,
  SLASH_COMMENTS,
  /// `--x` is two minuses, `-- x` a comment.
  DASHES_AND_SPACE,
  /// A backslash at the end of a line goes on with `--` in the next.
  CONTINUED_COMMENTS,
  /// `#temporary`
  HASH_NAMES,
  /// `$` inside of names.
  DOLLAR_NAMES,
  /// `my-project.dataset.table`
  DASHED_NAMES,
  /// `@stage/path`
  STAGES,
  /// `&name`, which a client puts something in the place of.
  AMPERSAND_VARIABLES,
  /// `$(name)`, the same.
  ROUND_VARIABLES,
  /// `SELECT total = a + b`
  EQUALS_ALIASES,
  /// A common table expression may name itself without `RECURSIVE`.
  SELF_NAMING,
  /// The case of a table's or schema's name counts.
  EXACT_TABLES,
  /// Names without quotes are upper case.
  UPPER_NAMES,
  /// Names without quotes are lower case, and those in quotes are not.
  LOWER_NAMES
}
