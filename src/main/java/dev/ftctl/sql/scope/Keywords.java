package dev.ftctl.sql.scope;

import java.util.Set;

/// Words that are no names. A word is in the first list when it ends what stood before it, so that
/// it is no alias, and in the second when it stands between values.
final class Keywords {

  private static final Set<String> CLAUSES =
      words(
          """
          WITH SELECT FROM JOIN APPLY STRAIGHT_JOIN USING INTO UPDATE DELETE MERGE INSERT COPY
          TRUNCATE TABLE VIEW CREATE UNION INTERSECT EXCEPT MINUS ORDER GROUP HAVING QUALIFY WHERE
          ON SET LIMIT VALUES RETURNING WINDOW FETCH OFFSET FOR PIVOT UNPIVOT MATCH_RECOGNIZE AS
          LEFT RIGHT INNER OUTER FULL CROSS NATURAL ASOF ANTI SEMI TABLESAMPLE SAMPLE LATERAL WHEN
          CLUSTER DISTRIBUTE SORT START CONNECT OPTION USE FORCE PARTITION AT BEFORE OUTPUT ADD
          DROP ALTER RENAME MODIFY TO CASCADE RESTRICT GLOBAL LOCK CONFLICT OVERWRITE EXCLUDE
          DEFAULT
          """);

  private static final Set<String> VALUES =
      words(
          """
          AND OR NOT IN IS LIKE ILIKE RLIKE REGEXP BETWEEN CASE THEN ELSE EXISTS DISTINCT ALL ANY
          SOME ASC DESC NULLS BY OVER ROWS RANGE UNBOUNDED PRECEDING FOLLOWING CURRENT ROW INTERVAL
          ESCAPE COLLATE TOP RECURSIVE IF ONLY GRANT REVOKE COMMENT COLUMN BEGIN DIV XOR STRUCT
          """);

  private static final Set<String> ENDS = words("END NULL TRUE FALSE");

  private Keywords() {}

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  static boolean isClause(String upper) {
    return CLAUSES.contains(upper);
  }

  static boolean isAny(String upper) {
    return CLAUSES.contains(upper) || VALUES.contains(upper) || ENDS.contains(upper);
  }

  /// A keyword that ends a value.
  static boolean isValueEnd(String upper) {
    return ENDS.contains(upper);
  }
}
