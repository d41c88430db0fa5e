package release;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// The call sites that a training linked (lambdas, switches over types), by class: they are taken
/// into the archive linked. Of the other constants that it resolved many depend on how threads met
/// and on what time it was, and they save little.
final class CallSites {

  private final SortedMap<String, SortedSet<Integer>> constants = new TreeMap<>();

  /// @param line of a list that Java wrote: `@cp`, a class, the numbers of its constants
  void add(String line) {
    String[] words = line.split(" ");
    SortedSet<Integer> known = constants.computeIfAbsent(words[1], first -> new TreeSet<>());
    Arrays.stream(words).skip(2).map(Integer::valueOf).forEach(known::add);
  }

  /// As Java takes them.
  ///
  /// @param program the jar with the classes that aren't the JDK's
  List<String> lines(Path program) throws IOException {
    var lines = new java.util.ArrayList<String>();
    try (var jar = new ZipFile(program.toFile())) {
      for (String name : constants.keySet()) {
        ConstantPool pool = ClassFile.of().parse(bytes(jar, name)).constantPool();
        String sites =
            constants.get(name).stream()
                .filter(number -> pool.entryByIndex(number) instanceof InvokeDynamicEntry)
                .map(String::valueOf)
                .collect(joining(" "));
        if (!sites.isEmpty()) {
          lines.add("@cp " + name + " " + sites);
        }
      }
    }
    return lines;
  }

  private static byte[] bytes(ZipFile jar, String name) throws IOException {
    var entry = jar.getEntry(name + ".class");
    if (entry == null) {
      return ofJdk(name);
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static byte[] ofJdk(String name) throws IOException {
    FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
    String room = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
    try (Stream<Path> modules = Files.list(jdk.getPath("/packages", room))) {
      Path file =
          modules
              .map(module ->
                  jdk.getPath("/modules", module.getFileName().toString(), name + ".class"))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no class " + name));
      return Files.readAllBytes(file);
    }
  }
}
