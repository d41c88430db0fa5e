package dev.ftctl.cli.sql;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.Folders;
import dev.ftctl.files.FoundFiles;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// The files that a command line names.
///
/// @param run whose folder they are in
record SqlFolder(Run run) {

  private static final Pattern SQL = Pattern.compile("(?i).*[.]sql");
  private static final int LARGEST = 20_000_000;

  /// Each once, in the order of the command line, those of a folder by their names.
  ///
  /// @throws RefusedException when one is not there or can't be read, or a folder has none
  List<SqlFile> files(List<String> paths) {
    SequencedMap<Path, String> found = new LinkedHashMap<>();
    for (String named : paths) {
      Path path = run.console().folder().resolve(named).normalize();
      refuseLinks(path);
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new RefusedException(Refusal.USAGE, "there is no " + named, "");
      }
      if (!Files.isDirectory(path)) {
        found.putIfAbsent(path, named);
        continue;
      }
      List<Path> inside = below(named, path);
      if (inside.isEmpty()) {
        throw new RefusedException(Refusal.USAGE, "there is no .sql file in " + named, "");
      }
      inside.forEach(file -> found.putIfAbsent(file, shown(named, path, file)));
    }
    return found.entrySet().stream().map(file -> read(file.getValue(), file.getKey())).toList();
  }

  private static List<Path> below(String named, Path folder) {
    try {
      return FoundFiles.below(folder, SQL);
    } catch (IOException unreadable) {
      throw unreadable(named, unreadable);
    }
  }

  private static String shown(String named, Path folder, Path file) {
    String below = folder.relativize(file).toString().replace('\\', '/');
    return (named.endsWith("/") ? named : named + "/") + below;
  }

  private static SqlFile read(String shown, Path path) {
    try {
      byte[] bytes =
          BoundedFile.regular(path, LARGEST)
              .orElseThrow(() -> new IOException("it is larger than 20 MB"));
      return SqlFile.of(shown, path, bytes);
    } catch (IOException unreadable) {
      throw unreadable(shown, unreadable);
    }
  }

  private static RefusedException unreadable(String named, IOException why) {
    return new RefusedException(
        Refusal.FAILED, "can't read " + named + ": " + Reasons.of(why), "Nothing was written.");
  }

  /// Writes what has changed, each file as a whole.
  ///
  /// @param suffix of the names under which what stood there is kept; empty for none
  void write(List<RewrittenFiles.One> changed, String suffix) {
    Map<Path, String> kept = new LinkedHashMap<>();
    for (RewrittenFiles.One one : changed) {
      Path path = one.file().path();
      refuseLinks(path);
      Path copy = path.resolveSibling(path.getFileName() + suffix);
      if (!suffix.isEmpty() && Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
        throw new RefusedException(
            Refusal.USAGE,
            one.file().shown() + suffix + " is there already, and nothing was written",
            "Remove it, or give another suffix: --backup=.orig.");
      }
      if (!suffix.isEmpty()) {
        kept.put(copy, one.file().text());
      }
    }
    kept.forEach((copy, text) -> WholeFile.write(run.console().disk(), copy, text));
    changed.forEach(one -> WholeFile.write(run.console().disk(), one.file().path(), one.after()));
  }

  /// What somebody put into a branch must not lead out of it: neither is it read, nor written.
  private void refuseLinks(Path file) {
    Path folder = run.console().folder();
    try {
      Folders.requireNoLinks(file.startsWith(folder) ? folder : file.resolveSibling(""), file);
    } catch (IOException link) {
      throw new RefusedException(
          Refusal.FAILED,
          "nothing was read or written, since " + Reasons.of(link),
          "Name the file itself.");
    }
  }
}
