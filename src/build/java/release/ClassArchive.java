package release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The classes that usual commands load, as the runtime keeps them in memory. Dumped from a list,
/// which gives the same bytes each time; what a running program leaves behind does not.
///
/// There are two, since Java loads all classes of a linked archive at each start. The launcher says
/// which one a command is started with.
record ClassArchive(Build build) {

  /// No collection comes between, and so one clock reading for all of the archive.
  private static final List<String> LINKED =
      List.of(
          "-XX:+AOTClassLinking",
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:+UseEpsilonGC",
          "-Xmx4g");

  void write(Path program) throws IOException, InterruptedException {
    Training.Lists lists = new Training(build, program).run();
    dump(program, lists.all(), List.of(), "ftctl.jsa");
    dump(program, lists.linked(), LINKED, "ftctl-linked.jsa");
    Path linked = program.resolve("lib/ftctl-linked.jsa");
    byte[] first = Files.readAllBytes(linked);
    dump(program, lists.linked(), LINKED, "ftctl-linked.jsa");
    Files.write(linked, SettledArchive.of(first, Files.readAllBytes(linked)));
  }

  private void dump(Path program, List<String> classes, List<String> options, String name)
      throws IOException, InterruptedException {
    Path list = build.work(name + ".lst");
    Files.write(list, classes);
    Path log = build.work(name + ".log");
    Path archive = Path.of("lib", name);
    Files.deleteIfExists(program.resolve(archive));
    var dump = new ArrayList<>(List.of("runtime/bin/java", "-Xshare:dump"));
    dump.addAll(options);
    // The jar by a relative path: that of the build would differ from place to place. Java compares
    // what follows the longest common folder.
    dump.addAll(
        List.of(
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=" + archive,
            "-Xlog:all=off",
            "-Xlog:cds=warning:file=" + log,
            "-cp",
            "lib/ftctl.jar"));
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
}
