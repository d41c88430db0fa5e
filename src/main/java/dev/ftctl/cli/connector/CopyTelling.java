package dev.ftctl.cli.connector;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.copy.Original;
import dev.ftctl.model.problem.Problem;
import java.util.List;

/// What is said beside a copy: what it asks for, what it leaves to its reader, what comes next.
record CopyTelling(Run run, CommonFlags common, Named original, CopyAccount account) {

  void all(
      String name,
      List<String> groups,
      Original base,
      List<Problem> warnings,
      String file,
      boolean isWithSchema) {
    warnings.forEach(warning ->
        run.output()
            .tell(
                "warning: "
                    + warning.message()
                    + (warning.fix().isEmpty() ? "" : ": " + warning.fix())));
    variables(base);
    if (common.isQuiet) {
      return;
    }
    say(
        "connector/"
            + name
            + " is a copy of "
            + original.address()
            + " for "
            + String.join(", ", groups)
            + (file.isEmpty() ? "." : ", in " + file + "."));
    say("It says paused: true; when it is to sync, write paused: false.");
    if (!isWithSchema) {
      say("Schema settings are not copied: --with-schema adds them.");
    }
    if (!original.isDescribed()) {
      say(
          "No manifest describes "
              + original.address()
              + ", so that a plan takes the copy for a duplicate: describe it (ftctl export -o ."
              + " "
              + original.address()
              + "), or say --allow duplicate:connector/"
              + name);
    }
  }

  /// As lines of `.env.example`.
  private void variables(Original base) {
    if (!base.variables().isEmpty()) {
      run.output().tell("To be set where it is applied:");
      base.variables()
          .forEach(
              one -> run.output().tell(one.name() + "= # " + one.document() + " " + one.path()));
    }
  }

  private void say(String line) {
    run.output().tell(line);
  }
}
