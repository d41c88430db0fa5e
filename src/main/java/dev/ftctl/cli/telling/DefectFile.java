package dev.ftctl.cli.telling;

import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Version;
import dev.ftctl.files.FreshFile;
import dev.ftctl.model.shown.Inert;
import java.io.IOException;
import java.nio.file.Path;

/// The details of a defect of ftctl, kept in a file instead of printed.
record DefectFile(Run run) {

  /// Keeps the details, and tells what failed and where they are.
  ///
  /// @param what failed, in a few words
  void tell(String what, String traces) {
    try {
      Path file = written(traces);
      run.output().tell("error: ftctl failed (" + what + "); the details are in " + file);
      run.output().tell("  This is a defect of ftctl; please report it with that file.");
    } catch (IOException unwritable) {
      run.output()
          .tell(
              "error: ftctl failed ("
                  + what
                  + "), and the details could not be written; run again with -vv");
    }
  }

  /// Into ftctl's own folder where there is one already, else among temporary files.
  private Path written(String traces) throws IOException {
    Path own = SandboxPlace.own(run.console().folder());
    String text = "ftctl " + Version.text() + ", Java " + Runtime.version() + "\n" + traces;
    return FreshFile.within(own, "defect-", ".txt", Inert.text(run.redaction().mask(text)));
  }
}
