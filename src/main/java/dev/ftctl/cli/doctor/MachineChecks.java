package dev.ftctl.cli.doctor;

import dev.ftctl.cli.flags.CachePlace;
import dev.ftctl.cli.process.Build;
import dev.ftctl.cli.process.Console;
import dev.ftctl.git.MergeBase;
import dev.ftctl.git.RepositoryTop;
import dev.ftctl.manifest.input.TreeCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the machine has, whatever the project: the program, Java, git and its history, the folder
/// for what is kept between runs.
record MachineChecks(Console console) {

  private static final long MEGABYTE = 1024L * 1024;

  List<Finding> all() {
    Build build = Build.running();
    String commit = build.commit().isEmpty() ? "" : ", commit " + build.commit();
    return List.of(
        Finding.ok("program", "ftctl " + build.version() + commit + ", " + build.platform()),
        Finding.ok(
            "java",
            build.java()
                + ", "
                + Runtime.getRuntime().maxMemory() / MEGABYTE
                + " MB of memory at most"),
        git(),
        cache());
  }

  private Finding git() {
    if (RepositoryTop.above(console.folder()).isEmpty()) {
      return Finding.ok(
          "git", "no repository here: --base and --changed-since have nothing to compare with");
    }
    try {
      return MergeBase.isShallow(console.folder())
          ? Finding.warning(
              "git",
              "a shallow clone: --base and --changed-since don't see what came before",
              "Fetch the history: git fetch --unshallow; in CI check out with fetch-depth: 0"
                  + " (GitLab: GIT_DEPTH: 0).")
          : Finding.ok("git", "a repository with its whole history");
    } catch (IOException none) {
      return Finding.warning(
          "git",
          "can't be asked (" + none.getMessage() + "): --base and --changed-since are refused",
          "Install git, and mark this folder as safe where it belongs to another user: git config"
              + " --global --add safe.directory FOLDER");
    }
  }

  private Finding cache() {
    Optional<TreeCache.Place> place = CachePlace.of(console);
    if (place.isEmpty()) {
      return Finding.warning(
          "cache",
          "none: neither HOME nor XDG_CACHE_HOME is set, and manifests are parsed anew each time",
          "Set one of them to a folder of the user's own.");
    }
    Path folder = place.get().folder();
    Path at = folder;
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return at != null && Files.isDirectory(at) && Files.isWritable(at)
        ? Finding.ok("cache", folder + (at.equals(folder) ? "" : ", made when it is needed"))
        : Finding.warning(
            "cache",
            folder + " can't be written, and manifests are parsed anew each time",
            "Make it writable, or set XDG_CACHE_HOME to a folder that is.");
  }
}
