package release;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Runs usual commands, and notes what they load and link: without order and numbers, which differ
/// from run to run.
record Training(Build build, Path program) {

  /// What is run most, on an account that is elsewhere: a simulator in a process of its own.
  private static final List<String> OFTEN =
      List.of(
          "validate examples/manifests",
          "apply --auto-approve examples/manifests",
          "plan --detailed-exitcode examples/manifests",
          "plan --format markdown examples/manifests");

  /// What is run now and then. Each class that is linked takes a start of anything a moment.
  private static final List<String> SELDOM =
      List.of(
          "--help",
          "plan --help",
          "version",
          "drift examples/manifests",
          "status",
          "export -o exported",
          "plann");

  /// What a branch costs, in a repository of its own whose manifests were read before.
  private static final List<String> BRANCH =
      List.of("validate", "validate", "plan --changed-since HEAD --detailed-exitcode");

  /// What the branch changes in its manifests.
  private static final String BEFORE = "sync_frequency: 60\n";

  private static final String AFTER = "sync_frequency: 30\n";

  /// The same with the simulator inside.
  private static final List<String> INSIDE =
      List.of(
          "apply --sandbox --auto-approve examples/manifests",
          "plan --sandbox --detailed-exitcode examples/manifests",
          "export --sandbox -o exported-inside");

  private static final List<Integer> CODES = List.of(0, 2, 64);

  /// Of these some are loaded or not as threads happen to meet, so all of them are taken.
  private static final Set<String> AS_THREADS_MEET =
      Set.of("java/util/concurrent/", "java/nio/channels/");

  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  /// Lists of classes, as Java takes them.
  ///
  /// @param linked of what is run most, with the call sites that were linked; nothing of the
  ///   simulator
  /// @param all of everything, without
  record Lists(List<String> linked, List<String> all) {}

  Lists run() throws IOException, InterruptedException {
    // An account that an earlier build left there would be another one.
    Path folder = Release.fresh(build.work("training"));
    Tree.copy(build.project().resolve("examples"), folder.resolve("examples"));
    var linked = new TreeSet<>(ofJdk());
    var classes = new TreeSet<String>();
    var sites = new CallSites();
    Process simulator = simulator(folder);
    try {
      Map<String, String> account = account(simulator);
      for (String command : OFTEN) {
        note(trained(folder, account, command), linked, sites);
      }
      Path branch = branch(folder);
      for (String command : BRANCH) {
        note(trained(branch, account, command), linked, sites);
      }
      for (String command : SELDOM) {
        note(trained(folder, account, command), classes, new CallSites());
      }
    } finally {
      simulator.destroy();
      simulator.waitFor();
    }
    classes.addAll(linked);
    var lines = new ArrayList<>(linked);
    lines.addAll(sites.lines(jar()));
    for (String command : INSIDE) {
      note(trained(folder, Map.of(), command), classes, new CallSites());
    }
    return new Lists(lines, List.copyOf(classes));
  }

  /// A repository with the examples in it, of which some were changed since. Who builds a release
  /// has git.
  private static Path branch(Path folder) throws IOException, InterruptedException {
    Path branch = folder.resolve("branch");
    Tree.copy(folder.resolve("examples/manifests"), branch.resolve("manifests"));
    Files.writeString(branch.resolve("ftctl.yaml"), "manifests: [manifests]\n");
    git(branch, "init", "-q");
    git(branch, "add", "-A");
    git(branch, "-c", "user.name=t", "-c", "user.email=t@localhost", "commit", "-q", "-m", "t");
    for (String name : List.of("sales/support.yaml", "finance/stripe.yaml")) {
      Path file = branch.resolve("manifests").resolve(name);
      String text = Files.readString(file);
      if (!text.contains(BEFORE)) {
        throw Build.refused("examples without the line that training changes", List.of(name));
      }
      Files.writeString(file, text.replace(BEFORE, AFTER));
    }
    return branch;
  }

  private static void git(Path folder, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Tool.run(folder, folder, command, List.of(0));
  }

  private Process simulator(Path folder) throws IOException {
    return new ProcessBuilder(line(List.of(), "sandbox start"))
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Map<String, String> account(Process simulator) throws IOException {
    BufferedReader said = simulator.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher url = URL.matcher(line);
      if (url.find()) {
        return Map.of(
            "FIVETRAN_API_URL", url.group(),
            "FIVETRAN_API_KEY", "sandbox_key",
            "FIVETRAN_API_SECRET", "sandbox_secret");
      }
    }
    throw new IllegalStateException("the simulator to train with did not start");
  }

  private Path trained(Path folder, Map<String, String> account, String command)
      throws IOException, InterruptedException {
    Path list = build.work("training-" + command.replaceAll("[^a-z]+", "-") + ".lst");
    List<String> line = line(List.of("-XX:DumpLoadedClassList=" + list), command);
    Tool.run(folder, folder, account, line, CODES);
    return list;
  }

  private List<String> line(List<String> options, String command) {
    var line =
        new ArrayList<>(
            List.of(
                program.resolve("runtime/bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    line.addAll(options);
    line.addAll(List.of("-cp", jar().toString(), "dev.ftctl.Ftctl"));
    line.addAll(List.of(command.split(" ")));
    return line;
  }

  private Path jar() {
    return program.resolve("lib/ftctl.jar");
  }

  private static void note(Path list, SortedSet<String> classes, CallSites sites)
      throws IOException {
    for (String one : Files.readAllLines(list)) {
      if (one.startsWith("@cp ")) {
        sites.add(one);
      } else if (!one.startsWith("#")) {
        classes.add(one.replaceFirst(" id: .*", ""));
      }
    }
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
