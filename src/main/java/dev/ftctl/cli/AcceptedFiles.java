package dev.ftctl.cli;

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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes edited manifests: each file whole or not at all, and none that somebody else changed
/// since it was read, or that lies outside of the repository.
record AcceptedFiles(Disk disk, KeptTree tree) {

  /// What was written; what could not be is left, with the reason.
  Accepted write(Accepted chosen) {
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
    return new Accepted(lines, left, List.copyOf(files), chosen.intended());
  }

  private Optional<String> write(EditedText file) {
    if (!tree.isUntouched(file.path())) {
      return Optional.of(file.shown() + " was changed since it was read: run this again");
    }
    try {
      Path path = Path.of(file.path());
      Path real = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? path.toRealPath() : path;
      Path top = Path.of(tree.top().isEmpty() ? tree.canonical("") : tree.top()).toRealPath();
      if (!existing(real).toRealPath().startsWith(top)) {
        return Optional.of(
            file.shown() + " lies outside of the repository, where nothing is written");
      }
      WholeFile.write(disk, real, file.after());
      return Optional.empty();
    } catch (IOException unwritable) {
      return Optional.of("can't write " + file.shown() + ": " + Reasons.of(unwritable));
    } catch (RefusedException unwritable) {
      return Optional.of(unwritable.getMessage());
    }
  }

  /// The file, or the nearest folder above that is there.
  private static Path existing(Path file) {
    Path here = file;
    while (!Files.exists(here) && here.getParent() != null) {
      here = here.getParent();
    }
    return here;
  }
}
