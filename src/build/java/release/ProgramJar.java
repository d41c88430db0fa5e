package release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The built jar as an archive of classes takes it: its own classes with [PlainSites], and picocli
/// compiled anew. That library's classes are of Java 5, which an archive takes without their
/// verification: each start would verify them again. The sources are the library's own, of the same
/// version.
record ProgramJar(Build build) {

  private static final String LIBRARY = "picocli/";

  private static final String OWN = "dev/ftctl/";

  void write(Path jar) throws IOException {
    Path classes = compiled();
    try (var in = new ZipFile(build.jar().toFile());
        OutputStream file = Files.newOutputStream(jar);
        var out = new ZipOutputStream(file)) {
      var plain = new PlainSites(name -> open(in, name));
      for (ZipEntry entry : Collections.list(in.entries())) {
        Path newer = classes.resolve(entry.getName());
        boolean isNewer = entry.getName().startsWith(LIBRARY) && Files.isRegularFile(newer);
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(build.time().atOffset(ZoneOffset.UTC).toLocalDateTime());
        out.putNextEntry(copy);
        try (InputStream content =
            isNewer ? Files.newInputStream(newer) : in.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          boolean isOwn = entry.getName().startsWith(OWN) && entry.getName().endsWith(".class");
          out.write(isOwn ? plain.in(bytes) : bytes);
        }
        out.closeEntry();
      }
    }
    Files.setLastModifiedTime(jar, FileTime.from(build.time()));
  }

  /// Null where the jar has no such class.
  private static InputStream open(ZipFile jar, String name) {
    try {
      ZipEntry entry = jar.getEntry(name + ".class");
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path compiled() throws IOException {
    Path classes = Release.fresh(build.work("picocli-classes"));
    var arguments =
        new ArrayList<>(
            List.of("-nowarn", "-proc:none", "--release", "21", "-d", classes.toString()));
    try (Stream<Path> sources = Files.walk(build.work("picocli"))) {
      sources
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .sorted()
          .forEach(arguments::add);
    }
    Tool.ofJdk("javac", arguments);
    return classes;
  }
}
