package dev.ftctl.cli.export;

import dev.ftctl.cli.process.Run;
import dev.ftctl.export.terraform.Carried;
import dev.ftctl.export.terraform.Handover;
import dev.ftctl.export.terraform.Instance;
import dev.ftctl.files.WholeFile;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/// The file of blocks by which Terraform forgets what was carried; a new one, always.
///
/// @param name as the command line names it, empty for none
record ReleaseFile(Run run, String name) {

  /// @throws RefusedException when something stands there
  void check() {
    if (!name.isEmpty() && Files.exists(path(), LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedException(
          Refusal.BLOCKED,
          name + " is there already, and --handover writes a new file alone",
          "Remove it, or give another name.");
    }
  }

  /// What Terraform will forget, by resource; nothing where no file is asked for.
  SequencedMap<String, List<Instance>> write(Carried carried) {
    SequencedMap<String, List<Instance>> released = Handover.released(carried);
    if (!name.isEmpty()) {
      WholeFile.write(run.console().disk(), path(), Handover.text(released));
    }
    return released;
  }

  private Path path() {
    return run.console().folder().resolve(name);
  }
}
