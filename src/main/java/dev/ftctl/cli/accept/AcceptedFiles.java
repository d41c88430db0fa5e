package dev.ftctl.cli.accept;

import dev.ftctl.accept.Accepted;
import dev.ftctl.accept.Accepted.EditedText;
import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Accepted.Line;
import dev.ftctl.files.Disk;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.manifest.input.KeptTree;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes edited manifests: each file whole or not at all, and none that somebody else changed
/// since it was read, or that lies outside of the repository.
public record AcceptedFiles(Disk disk, KeptTree tree) {

  /// What was written; what could not be is left, with the reason.
  public Accepted write(Accepted chosen) {
    Map<String, String> unwritten = new HashMap<>();
    var files = new ArrayList<EditedText>();
    for (EditedText file : chosen.files()) {
      Optional<String> why = write(file);
      why.ifPresent(reason -> unwritten.put(file.path(), reason));
      if (why.isEmpty()) {
        files.add(file);
      }
    }
    var lines = new ArrayList<Line>();
    var left = new ArrayList<>(chosen.left());
    for (Line line : chosen.lines()) {
      String why = unwritten.get(line.file());
      if (why == null) {
        lines.add(line);
      } else {
        left.add(new Left(line.drift(), why));
      }
    }
    return new Accepted(lines, left, List.copyOf(files), chosen.copies(), chosen.intended());
  }

  private Optional<String> write(EditedText file) {
    if (!tree.isUntouched(file.path())) {
      return Optional.of(file.shown() + " was changed since it was read: run this again");
    }
    try {
      Optional<Path> real = WritablePlace.of(tree, file.path());
      if (real.isEmpty()) {
        return Optional.of(
            file.shown() + " lies outside of the repository, where nothing is written");
      }
      WholeFile.write(disk, real.get(), file.after());
      return Optional.empty();
    } catch (IOException unwritable) {
      return Optional.of("can't write " + file.shown() + ": " + Reasons.of(unwritable));
    } catch (RefusedException unwritable) {
      return Optional.of(unwritable.getMessage());
    }
  }
}
