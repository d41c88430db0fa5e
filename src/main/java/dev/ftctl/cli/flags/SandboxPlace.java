package dev.ftctl.cli.flags;

import dev.ftctl.files.Folders;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the simulator's account is kept.
public final class SandboxPlace {

  private SandboxPlace() {}

  /// `.ftctl/sandbox.json` in the nearest folder upwards that is a project's, else in the working
  /// folder.
  static Path dataFile(Path workingFolder) {
    return own(workingFolder).resolve("sandbox.json");
  }

  /// ftctl's own folder; it may not exist yet.
  public static Path own(Path workingFolder) {
    for (Path folder = workingFolder; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("ftctl.yaml"))
          || Files.isDirectory(folder.resolve(Folders.OWN))) {
        return folder.resolve(Folders.OWN);
      }
    }
    return workingFolder.resolve(Folders.OWN);
  }

  public static RefusedException unusable(Path file, IOException why) {
    return new RefusedException(
        Refusal.FAILED,
        "the simulator can't use " + file + ": " + why.getMessage(),
        "Check that the folder is writable and the port is free.");
  }
}
