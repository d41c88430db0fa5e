package release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/// Tar files that depend on names and contents alone: sorted, of root, of one time.
final class Tarball {

  private Tarball() {}

  static Path write(Build build, Path program, Path dist) throws IOException {
    String name = "ftctl-" + build.version() + "-" + build.platform();
    Path file = dist.resolve(name + ".tar.gz");
    try (OutputStream out = gzip(Files.newOutputStream(file))) {
      write(new Tree().with(name, program), build.time(), out);
    }
    return file;
  }

  static OutputStream gzip(OutputStream out) throws IOException {
    return gzip(out, 6);
  }

  /// @param level 9 takes three times as long as 6 for a hundredth less
  static OutputStream gzip(OutputStream out, int level) throws IOException {
    var parameters = new GzipParameters();
    parameters.setCompressionLevel(level);
    return new GzipCompressorOutputStream(new BufferedOutputStream(out), parameters);
  }

  /// Leaves the stream open.
  static void write(Tree tree, Instant time, OutputStream out) throws IOException {
    var tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    for (Map.Entry<String, Path> one : tree.files().entrySet()) {
      add(tar, one.getKey(), one.getValue(), time);
    }
    tar.finish();
    out.flush();
  }

  private static void add(TarArchiveOutputStream tar, String name, Path file, Instant time)
      throws IOException {
    boolean isLink = Files.isSymbolicLink(file);
    boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    var entry =
        isLink
            ? new TarArchiveEntry(name, TarConstants.LF_SYMLINK)
            : new TarArchiveEntry(isFolder ? name + "/" : name);
    if (isLink) {
      entry.setLinkName(Files.readSymbolicLink(file).toString());
    }
    boolean holds = !isLink && !isFolder;
    entry.setSize(holds ? Files.size(file) : 0);
    entry.setMode(isLink ? 0777 : Tree.mode(file));
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    entry.setModTime(time.toEpochMilli());
    tar.putArchiveEntry(entry);
    if (holds) {
      Files.copy(file, tar);
    }
    tar.closeArchiveEntry();
  }
}
