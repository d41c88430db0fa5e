package dev.ftctl.cli.sql;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.sql.Rewriting;
import dev.ftctl.sql.SourceNames;
import dev.ftctl.sql.SqlNames;
import dev.ftctl.sql.token.Dialect;
import java.util.ArrayList;
import java.util.List;

/// What becomes of the files.
///
/// @param problems of files that can't be read, which stay as they are
/// @param unread tables whose columns are not known, each with the reason
record RewrittenFiles(
    Dialect dialect, List<One> files, List<Problem> problems, List<String> unread) {

  /// One of them that could be read.
  record One(SqlFile file, Rewriting rewriting, String after) {

    boolean isChanged() {
      return !after.equals(file.text());
    }
  }

  static RewrittenFiles of(
      List<SqlFile> files, Dialect dialect, SourceNames names, List<String> unread) {
    var all = new ArrayList<One>();
    var problems = new ArrayList<Problem>();
    for (SqlFile file : files) {
      if (file.problem().isPresent()) {
        problems.add(file.problem().get());
        continue;
      }
      switch (SqlNames.rewrite(file.text(), dialect, names)) {
        case SqlNames.Result.Read read ->
            all.add(new One(file, read.rewriting(), read.rewriting().applied(file.text())));
        case SqlNames.Result.Unreadable unreadable ->
            problems.add(
                Problem.error(
                    file.place(unreadable.flaw().offset()),
                    "sql-tokens",
                    "",
                    unreadable.flaw().message() + " (read as " + dialect.written() + ")",
                    "Mend it, or give the --dialect that it is written in."));
      }
    }
    return new RewrittenFiles(dialect, all, problems, unread);
  }

  List<One> changed() {
    return files.stream().filter(One::isChanged).toList();
  }
}
