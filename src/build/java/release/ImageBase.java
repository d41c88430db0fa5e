package release;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The files of Debian packages as one root. Their scripts are not run; what those would make and
/// the program needs is made here: users, the list of authorities, links of busybox.
final class ImageBase {

  static final int USER = 65532;

  /// What nobody reads in an image, but for copyrights.
  private static final String UNREAD =
      "usr/share/(man|info|locale|lintian|bug|doc-base|bash-completion)/.*|usr/share/doc/.*(?<!/copyright)";

  /// What the launcher and CI systems call.
  private static final List<String> APPLETS =
      List.of(
          "sh",
          "[",
          "awk",
          "basename",
          "cat",
          "chmod",
          "cp",
          "cut",
          "date",
          "diff",
          "dirname",
          "echo",
          "env",
          "expr",
          "false",
          "find",
          "grep",
          "gunzip",
          "gzip",
          "head",
          "id",
          "ln",
          "ls",
          "mkdir",
          "mktemp",
          "mv",
          "printf",
          "pwd",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sha256sum",
          "sleep",
          "sort",
          "stty",
          "tail",
          "tar",
          "tee",
          "test",
          "touch",
          "tr",
          "true",
          "uname",
          "uniq",
          "wc",
          "whoami",
          "xargs");

  private record File(TarArchiveEntry entry, byte[] content) {}

  private final Build build;
  private final Path packages;
  private final Map<String, File> files = new TreeMap<>();
  private final ByteArrayOutputStream authorities = new ByteArrayOutputStream();

  ImageBase(Build build, Path packages) {
    this.build = build;
    this.packages = packages;
  }

  void write(OutputStream out) throws IOException {
    for (String top : List.of("bin", "sbin", "lib", "lib64")) {
      link(top, "usr/" + top);
    }
    for (String[] row : Build.rows(build.source("image/packages.tsv"))) {
      Path file = packages.resolve(row[0] + ".deb");
      if (!Digests.of("SHA-256", file).equals(row[2])) {
        throw Build.refused("not the package that is locked", List.of(file.toString()));
      }
      unpack(file);
    }
    APPLETS.forEach(applet -> link("usr/bin/" + applet, "busybox"));
    text(
        "etc/passwd",
        "root:x:0:0:root:/root:/bin/sh\nftctl:x:%1$d:%1$d:ftctl:/tmp:/bin/sh\n".formatted(USER));
    text("etc/group", "root:x:0:\nftctl:x:%d:\n".formatted(USER));
    text("etc/ssl/certs/ca-certificates.crt", authorities.toString(StandardCharsets.US_ASCII));
    folder("tmp", 01777, 0);
    folder("work", 0755, USER);

    var tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    Set<String> made = new HashSet<>();
    for (Map.Entry<String, File> one : files.entrySet()) {
      parents(tar, one.getKey(), made);
      put(tar, one.getValue());
    }
    tar.finish();
    out.flush();
  }

  /// Folders that no package lists, though it has files in them.
  private void parents(TarArchiveOutputStream tar, String name, Set<String> made)
      throws IOException {
    for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
      String folder = name.substring(0, slash);
      if (!files.containsKey(folder) && made.add(folder)) {
        put(tar, new File(entry(folder + "/", TarConstants.LF_DIR, 0755), new byte[0]));
      }
    }
  }

  private void put(TarArchiveOutputStream tar, File file) throws IOException {
    file.entry().setModTime(build.time().toEpochMilli());
    file.entry().setSize(file.content().length);
    tar.putArchiveEntry(file.entry());
    tar.write(file.content());
    tar.closeArchiveEntry();
  }

  private void unpack(Path debian) throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(debian));
        var ar = new ArArchiveInputStream(file)) {
      for (var member = ar.getNextEntry(); member != null; member = ar.getNextEntry()) {
        if (member.getName().startsWith("data.tar.xz")) {
          var tar = new TarArchiveInputStream(new XZCompressorInputStream(ar));
          for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            take(entry, tar.readAllBytes());
          }
          return;
        }
      }
    }
    throw Build.refused("no data.tar.xz", List.of(debian.toString()));
  }

  private void take(TarArchiveEntry from, byte[] content) throws IOException {
    String name = placed(from.getName());
    if (name.isEmpty() || name.matches(UNREAD) || files.containsKey(name)) {
      return;
    }
    var entry =
        entry(
            from.isDirectory() ? name + "/" : name,
            from.isDirectory() ? TarConstants.LF_DIR : from.getLinkFlag(),
            from.getMode() & 07777);
    if (from.isSymbolicLink()) {
      entry.setLinkName(from.getLinkName());
    } else if (from.isLink()) {
      entry.setLinkName(placed(from.getLinkName()));
    }
    files.put(name, new File(entry, content));
    if (name.startsWith("usr/share/ca-certificates/") && name.endsWith(".crt")) {
      authorities.write(content);
    }
  }

  /// Where it goes: packages still say `./bin` of what lies in `usr/bin`.
  private static String placed(String name) {
    String plain = name.replaceFirst("^\\./", "").replaceFirst("/$", "");
    return plain.equals(".") || plain.matches("bin|sbin|lib|lib64")
        ? ""
        : plain.replaceFirst("^(bin|sbin|lib|lib64)/", "usr/$1/");
  }

  private static TarArchiveEntry entry(String name, byte kind, int mode) {
    var entry = new TarArchiveEntry(name, kind);
    entry.setMode(mode);
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    return entry;
  }

  private void link(String name, String to) {
    var entry = entry(name, TarConstants.LF_SYMLINK, 0777);
    entry.setLinkName(to);
    files.putIfAbsent(name, new File(entry, new byte[0]));
  }

  private void text(String name, String text) {
    files.put(
        name,
        new File(entry(name, TarConstants.LF_NORMAL, 0644), text.getBytes(StandardCharsets.UTF_8)));
  }

  private void folder(String name, int mode, int owner) {
    var entry = entry(name + "/", TarConstants.LF_DIR, mode);
    entry.setIds(owner, owner);
    if (owner == USER) {
      entry.setNames("ftctl", "ftctl");
    }
    files.put(name, new File(entry, new byte[0]));
  }
}
