package release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;

/// The program under `/usr/lib/ftctl`, what belongs to other places there: a link on the PATH,
/// manual pages, completions, licences. Nothing runs when it is installed.
record DebianPackage(Build build, Path program) {

  private static final String LIB = "usr/lib/ftctl";

  Path write(Path dist) throws IOException {
    Path data = data();
    Path control = Release.fresh(build.work("deb-control"));
    Files.createDirectories(control);
    Files.writeString(control.resolve("control"), control(data));
    Files.writeString(control.resolve("md5sums"), sums(data));

    String version = debianVersion();
    Path file = dist.resolve("ftctl_" + version + "_" + build.architecture() + ".deb");
    try (var ar = new ArArchiveOutputStream(Files.newOutputStream(file))) {
      add(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
      add(ar, "control.tar.gz", packed(control));
      add(ar, "data.tar.gz", packed(data));
    }
    return file;
  }

  private String debianVersion() {
    // A snapshot sorts before its release.
    return build.version().replace("-SNAPSHOT", "~snapshot") + "-1";
  }

  private Path data() throws IOException {
    Path data = Release.fresh(build.work("deb"));
    for (String part : List.of("bin", "lib", "runtime")) {
      Tree.copy(program.resolve(part), data.resolve(LIB).resolve(part));
    }
    Files.createDirectories(data.resolve("usr/bin"));
    Files.createSymbolicLink(data.resolve("usr/bin/ftctl"), Path.of("../lib/ftctl/bin/ftctl"));
    for (String part : List.of("bash-completion", "zsh", "fish")) {
      Tree.copy(program.resolve("share").resolve(part), data.resolve("usr/share").resolve(part));
    }
    Path manual = Files.createDirectories(data.resolve("usr/share/man/man1"));
    try (Stream<Path> pages = Files.list(program.resolve("share/man/man1"))) {
      for (Path page : (List<Path>) pages.toList()) {
        packed(page, manual.resolve(page.getFileName() + ".gz"));
      }
    }
    documents(data.resolve("usr/share/doc/ftctl"));
    Tree.copy(
        build.source("deb/lintian-overrides"), data.resolve("usr/share/lintian/overrides/ftctl"));
    return data;
  }

  private void documents(Path doc) throws IOException {
    Path from = program.resolve("share/doc/ftctl");
    Tree.copy(program.resolve("examples"), doc.resolve("examples"));
    packed(from.resolve("CHANGELOG.md"), doc.resolve("changelog.gz"));
    packed(
        Files.writeString(
            build.work("changelog.Debian"),
            Files.readString(build.source("deb/changelog"))
                .replace("${version}", debianVersion())
                .replace("${date}", date())),
        doc.resolve("changelog.Debian.gz"));
    Tree.copy(from.resolve("sbom.cdx.json"), doc.resolve("sbom.cdx.json"));
    Tree.copy(from.resolve("README.md"), doc.resolve("README.md"));
    Files.writeString(
        doc.resolve("copyright"),
        Files.readString(build.source("deb/copyright"))
            + Files.readString(from.resolve("THIRD-PARTY.txt")));
  }

  private String date() {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
        .format(build.time().atOffset(ZoneOffset.UTC));
  }

  private static void packed(Path from, Path to) throws IOException {
    try (OutputStream out = Tarball.gzip(Files.newOutputStream(to), Deflater.BEST_COMPRESSION)) {
      Files.copy(from, out);
    }
  }

  private String control(Path data) throws IOException {
    long kilobytes = 0;
    for (Path file : files(data)) {
      kilobytes += (Files.size(file) + 1023) / 1024;
    }
    String text = Files.readString(build.source("deb/control"));
    for (Map.Entry<String, String> one :
        Map.of(
                "${version}", debianVersion(),
                "${architecture}", build.architecture(),
                "${size}", Long.toString(kilobytes))
            .entrySet()) {
      text = text.replace(one.getKey(), one.getValue());
    }
    return text;
  }

  private static String sums(Path data) throws IOException {
    var lines = new StringBuilder();
    for (Path file : files(data)) {
      lines.append(Digests.of("MD5", file)).append("  ").append(data.relativize(file)).append('\n');
    }
    return lines.toString();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private byte[] packed(Path folder) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = Tarball.gzip(bytes)) {
      Tarball.write(new Tree().with(".", folder), build.time(), out);
    }
    return bytes.toByteArray();
  }

  private void add(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
    ar.putArchiveEntry(
        new ArArchiveEntry(name, content.length, 0, 0, 0100644, build.time().getEpochSecond()));
    ar.write(content);
    ar.closeArchiveEntry();
  }
}
