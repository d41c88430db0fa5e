package dev.ftctl.cli.sql;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.render.English;
import dev.ftctl.render.ProblemText;
import dev.ftctl.render.plan.FileDiff;
import dev.ftctl.sql.Left;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Prints what became of the files: the text, a diff or the names of files, and on stderr what was
/// left.
record RewriteTelling(Run run, CommonFlags common, boolean isInPlace, boolean isCheck) {

  void tell(RewrittenFiles rewritten, ExitCode code) {
    if (common.isJson()) {
      boolean isPrinted = !isInPlace && !isCheck;
      run.output().document(RewriteJson.of(rewritten, isPrinted, isCheck, code.number()));
    } else {
      print(rewritten);
      problems(rewritten);
    }
    if (!common.isQuiet) {
      rewritten.unread().forEach(this::unread);
      rewritten.files().forEach(this::left);
      if (isInPlace || isCheck) {
        run.output().tell(closing(rewritten));
      }
    }
  }

  private void print(RewrittenFiles rewritten) {
    if (isInPlace) {
      rewritten
          .changed()
          .forEach(one -> run.output().result(English.printable(one.file().shown()) + "\n"));
    } else if (isCheck) {
      rewritten.changed().forEach(one -> run.output().document(diff(one)));
    } else {
      rewritten.files().forEach(one -> run.output().document(one.after()));
    }
  }

  private String diff(RewrittenFiles.One one) {
    return FileDiff.of(
        one.file().shown(), one.file().text(), one.after(), common.outPaint(run.console()));
  }

  private void problems(RewrittenFiles rewritten) {
    if (!rewritten.problems().isEmpty()) {
      run.output()
          .tellText(
              new ProblemText(new Sources(), common.errPaint(run.console()))
                  .of(rewritten.problems()));
    }
  }

  private void unread(String table) {
    run.output()
        .tell(
            "warning: the columns of "
                + English.printable(table)
                + " are not told; those that the configuration lists are known");
  }

  /// A name that is left for one reason is told once in a file.
  private void left(RewrittenFiles.One one) {
    SequencedMap<List<String>, List<Left>> same = new LinkedHashMap<>();
    for (Left left : one.rewriting().left()) {
      same.computeIfAbsent(List.of(left.name(), left.why()), name -> new ArrayList<>()).add(left);
    }
    same.values()
        .forEach(all -> {
          Left first = all.getFirst();
          String more = all.size() == 1 ? "" : " (" + all.size() + " times)";
          run.output()
              .tell(
                  English.printable(
                      "left: "
                          + one.file().place(first.offset())
                          + ": "
                          + first.name()
                          + more
                          + ": "
                          + first.why()));
        });
  }

  private String closing(RewrittenFiles rewritten) {
    int names =
        rewritten.changed().stream().mapToInt(one -> one.rewriting().changes().size()).sum();
    int left = rewritten.files().stream().mapToInt(one -> one.rewriting().left().size()).sum();
    int changed = rewritten.changed().size();
    return English.count(names, "name")
        + " in "
        + English.count(changed, "file")
        + (isCheck ? " would be rewritten, " : " rewritten, ")
        + English.count(rewritten.files().size() - changed, "file")
        + " as before; "
        + English.count(left, "name")
        + " left.";
  }
}
