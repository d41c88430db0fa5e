package release;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The classes that usual commands load, as the runtime keeps them in memory. Dumped from a list,
/// which gives the same bytes each time; what a running program leaves behind does not.
record ClassArchive(Build build) {

  /// Commands that load what most others load, and codes that they may end with. All of them on the
  /// simulator.
  private static final List<String> COMMANDS =
      List.of(
          "--help",
          "plan --help",
          "version",
          "validate examples/manifests",
          "apply --sandbox --auto-approve examples/manifests",
          "plan --sandbox --detailed-exitcode examples/manifests",
          "plan --sandbox --format markdown examples/manifests",
          "drift --sandbox examples/manifests",
          "status --sandbox",
          "export --sandbox -o exported",
          "plann");

  private static final List<Integer> CODES = List.of(0, 2, 64);

  /// Of these some are loaded or not as threads happen to meet, so all of them are taken.
  private static final Set<String> AS_THREADS_MEET =
      Set.of("java/util/concurrent/", "java/nio/channels/");

  void write(Path program) throws IOException, InterruptedException {
    Path list = build.work("classes.lst");
    Files.write(list, classes(program));
    Path log = build.work("archive.log");
    // The jar by a relative path: that of the build would differ from place to place. Java compares
    // what follows the longest common folder.
    var dump =
        List.of(
            "runtime/bin/java",
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=lib/ftctl.jsa",
            "-Xlog:all=off",
            "-Xlog:cds=warning:file=" + log,
            "-cp",
            "lib/ftctl.jar");
    Tool.run(program, program, dump, List.of(0));
    // It was compiled anew so that it can be archived: nothing of it may be left out.
    List<String> leftOut =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains("Skipping picocli/"))
            .toList();
    if (!leftOut.isEmpty()) {
      throw Build.refused("classes that the archive does not take", leftOut);
    }
  }

  private Set<String> classes(Path program) throws IOException, InterruptedException {
    // An account that an earlier build left there would be another one.
    Path folder = Release.fresh(build.work("training"));
    Tree.copy(build.project().resolve("examples"), folder.resolve("examples"));
    var classes = new TreeSet<>(ofJdk());
    int number = 0;
    for (String command : COMMANDS) {
      Path list = build.work("training-" + number + ".lst");
      number++;
      var line =
          new ArrayList<>(
              List.of(
                  program.resolve("runtime/bin/java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:DumpLoadedClassList=" + list,
                  "-cp",
                  program.resolve("lib/ftctl.jar").toString(),
                  "dev.ftctl.Ftctl"));
      line.addAll(List.of(command.split(" ")));
      Tool.run(folder, folder, line, CODES);
      // Numbers are those of one run; constants are hints for another sort of archive.
      Files.readAllLines(list).stream()
          .filter(one -> !one.startsWith("#") && !one.startsWith("@cp "))
          .map(one -> one.replaceFirst(" id: .*", ""))
          .forEach(classes::add);
    }
    return classes;
  }

  private static Set<String> ofJdk() throws IOException {
    var classes = new TreeSet<String>();
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    try (Stream<Path> files = Files.walk(modules)) {
      files
          .map(file -> modules.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .filter(name -> AS_THREADS_MEET.stream().anyMatch(name::startsWith))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .forEach(classes::add);
    }
    return classes;
  }
}
