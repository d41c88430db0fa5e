package dev.ftctl.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.kinds.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An export of the whole account, into a new folder, and into the same once more. A plan of it has
/// to be empty, and another account that is made of it has to export the same bytes.
record Export(Stage stage) {

  private static final int MOST_MEMORY = 512;

  /// What every run reads, whatever the kinds.
  private static final int FIXED = 2;

  private static final List<String> EXPORT =
      List.of("export", "-o", ".", "--parallelism", "" + Accounts.PARALLELISM);

  void measured() throws Exception {
    Path folder = folder("m");
    Path other = folder("m-other");
    try (Simulator simulator = stage.fresh()) {
      for (String title : List.of("m  export of everything", "m  again")) {
        Stage.Timed run = stage.timed(title, simulator, stage.latency(), folder, EXPORT, 0);
        run.calls().requireAtMost(budget());
        Stage.require(run.calls().writes() == 0, "an export wrote");
        Stage.require(run.peak() < MOST_MEMORY, "a peak of " + run.peak() + " MiB");
      }
      run(simulator, folder, List.of("plan", "--detailed-exitcode"));
    }
    Path data = Files.createTempDirectory(stage.scratch(), "empty").resolve("account.json");
    try (Simulator empty = Simulator.start(stage.home(), data, 0)) {
      var account = (ObjectNode) empty.account();
      account.set("sources", new JsonMapper().readTree(Company.plain(stage.size()).sources()));
      empty.replaceAccount(account);
      run(empty, folder, List.of("apply", "--auto-approve", "--journal", "none"));
      run(empty, other, EXPORT);
    }
    Stage.require(files(folder).equals(files(other)), "another account exports other bytes");
  }

  /// With a harmless text for each variable that the manifests read.
  private void run(Simulator simulator, Path folder, List<String> words) throws Exception {
    Map<String, String> environment = new HashMap<>(simulator.environment());
    Path example = folder.resolve(".env.example");
    if (Files.exists(example)) {
      Files.readAllLines(example).stream()
          .filter(line -> line.contains("=") && !line.startsWith("#"))
          .forEach(line -> environment.put(line.substring(0, line.indexOf('=')), "harmless-value"));
    }
    Program.run(stage.home(), folder, environment, Duration.ZERO, words).ended(0);
  }

  private static Map<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    files.keySet().removeIf(path -> path.startsWith(".ftctl"));
    return files;
  }

  private Path folder(String name) throws IOException {
    Path folder = stage.scratch().resolve(name);
    Readings.clear(folder);
    return Files.createDirectories(folder);
  }

  /// The account and its lists (that of connections in pages of 1000), a call for each destination,
  /// connection and schema settings, the lists of each user's and team's memberships, and one for
  /// each kind that is listed on demand.
  private int budget() {
    Size size = stage.size();
    int lists = 1 + 5 + (size.connections + 999) / 1000 + 2 * size.users + 3 * size.teams;
    long further =
        Kinds.all(Catalog.bundled()).kinds().stream()
            .filter(kind -> kind.definition().isListedOnDemand())
            .count();
    return lists + size.groups + 2 * size.connections + (int) further + FIXED;
  }
}
