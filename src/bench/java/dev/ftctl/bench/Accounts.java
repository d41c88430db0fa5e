package dev.ftctl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Times `ftctl` on generated accounts against the simulator, each in a process of its own.
///
///     src/bench/accounts.sh SIZE [LATENCY [SCENARIO…]]
///
/// - `SIZE`: S, M, L or XL
/// - `LATENCY`: milliseconds before each answer; 50 when it is left out
/// - `SCENARIO`: some of the letters a to m; a to i when there is none
///
/// In the environment, `BENCH_PATHS` (any text) counts the requests by path also, and `BENCH_FOLDER`
/// is a folder that keeps manifests and account of each size for the next run.
///
/// Prints a row for each scenario. Exits 1 when one doesn't end as it has to: a plan that isn't
/// empty, a connection that is there twice, a call that is over the budget.
final class Accounts {
  static final int PARALLELISM = 8;
  private static final int SPARE = 9;
  private static final int FEW = 5;

  private final Path home;
  private final Path scratch;
  private final Size size;
  private final int latency;
  private final Stage stage;

  private Accounts(Path home, Path scratch, Size size, int latency) {
    this.home = home;
    this.scratch = scratch;
    this.size = size;
    this.latency = latency;
    this.stage = new Stage(home, scratch, size, latency);
  }

  public static void main(String... words) throws Exception {
    Path home = Path.of(System.getProperty("ftctl.home", ".")).toAbsolutePath();
    Size size = Size.of(words.length > 0 ? words[0] : "S");
    int latency = words.length > 1 ? Integer.parseInt(words[1]) : 50;
    var letters =
        words.length > 2
            ? List.of(Arrays.copyOfRange(words, 2, words.length))
            : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
    String kept = System.getenv("BENCH_FOLDER");
    if (kept != null) {
      Path folder = Path.of(kept).resolve(size.name()).toAbsolutePath();
      new Accounts(home, Files.createDirectories(folder), size, latency).run(letters);
      return;
    }
    Path scratch = Files.createTempDirectory("ftctl-bench");
    try {
      new Accounts(home, scratch, size, latency).run(letters);
    } finally {
      try (var all = Files.walk(scratch)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private void run(List<String> letters) throws Exception {
    System.out.printf(
        "size %s, %d ms before each answer, %d requests at a time%n", size, latency, PARALLELISM);
    Stage.head();
    seed();
    for (String letter : letters) {
      switch (letter) {
        case "a" -> nothingToDo();
        case "b" -> fewChanges();
        case "c" -> tablesEnabled();
        case "d" -> onboarding();
        case "e" -> policySwitched();
        case "f" -> fewApplied();
        case "g" -> fewSaved();
        case "h" -> faultyApi();
        case "i" -> killed();
        case "j" -> new Readings(stage).changedSince();
        case "k" -> new Readings(stage).inFlight();
        case "l" -> new Readings(stage).borne();
        case "m" -> new Export(stage).measured();
        default -> throw new IllegalArgumentException("no scenario " + letter);
      }
    }
  }

  /// Makes the account as the manifests of the plain company say, by an apply without latency.
  private void seed() throws Exception {
    if (Files.exists(stage.seeded())) {
      return;
    }
    Path folder = stage.folder("seed", Company.plain(size));
    try (Simulator simulator = Simulator.start(home, stage.seeded(), 0)) {
      var account = (ObjectNode) simulator.account();
      account.set("sources", new JsonMapper().readTree(Company.plain(size).sources()));
      simulator.replaceAccount(account);
      stage.measure("build the account (no latency)", simulator, 0, folder, apply());
    }
  }

  private void nothingToDo() throws Exception {
    Path folder = stage.folder("a", Company.plain(size));
    try (Simulator simulator = stage.fresh()) {
      Calls calls = stage.measure("a  plan, nothing to do", simulator, latency, folder, plan());
      calls.requireAtMost(wholePlan() + SPARE);
      Stage.require(calls.writes() == 0, "a plan wrote");
    }
  }

  /// What a plan of everything has to read: the account, the lists of groups, destinations, users,
  /// teams and webhooks, that of connections in pages of 1000, and then each for itself.
  private int wholePlan() {
    int lists = 1 + 5 + (size.connections + 999) / 1000;
    int details = size.groups + size.connections + size.managed;
    return lists + details + size.memberships;
  }

  private void fewChanges() throws Exception {
    Path folder = stage.folder("b", Company.plain(size).withFrequencies(FEW));
    try (Simulator simulator = stage.fresh()) {
      var words = new ArrayList<String>();
      words.add("plan");
      for (int number = 0; number < FEW; number++) {
        words.add("--target");
        words.add("connector/db" + number + "@group" + number % size.groups);
      }
      Calls calls = stage.measure("b  plan of 5 connections", simulator, latency, folder, words);
      calls.requireAtMost(50);
    }
  }

  private void tablesEnabled() throws Exception {
    int many = Math.min(100, size.managed);
    Path folder = stage.folder("c", Company.plain(size).withEnabled(many));
    try (Simulator simulator = stage.fresh()) {
      stage.measure("c  apply, a table on in " + many, simulator, latency, folder, apply());
      requireEmptyPlan(simulator, folder);
    }
  }

  private void onboarding() throws Exception {
    Path folder = stage.folder("d", Company.plain(size).withOnboarded(50));
    try (Simulator simulator = stage.fresh()) {
      stage.measure("d  apply, 50 new connections", simulator, latency, folder, apply());
      requireConverged(simulator, folder);
    }
  }

  private void policySwitched() throws Exception {
    Path folder = stage.folder("e", Company.plain(size).blocking());
    try (Simulator simulator = stage.fresh()) {
      stage.measure(
          "e  apply, policy of " + size.max + " tables", simulator, latency, folder, apply());
      requireEmptyPlan(simulator, folder);
    }
  }

  /// The closing look reads again what was written and what stands on it, not the account.
  private void fewApplied() throws Exception {
    Path folder = stage.folder("f", Company.plain(size).withFrequencies(FEW));
    try (Simulator simulator = stage.fresh()) {
      Calls calls = stage.measure("f  apply of 5 changes", simulator, latency, folder, apply());
      calls.requireAtMost(wholePlan() + FEW + 40);
      Stage.require(calls.writes() == FEW, calls.writes() + " writes");
      requireEmptyPlan(simulator, folder);
    }
  }

  /// The apply of a saved plan reads the lists and what it touches, before its writes and after.
  private void fewSaved() throws Exception {
    Path folder = stage.folder("g", Company.plain(size).withFrequencies(FEW));
    try (Simulator simulator = stage.fresh()) {
      var saved = List.of("plan", "-o", "saved.json", "--parallelism", "" + PARALLELISM);
      stage.measure("g  plan of 5 changes, saved", simulator, latency, folder, saved);
      var words = List.of("apply", "saved.json", "--parallelism", "" + PARALLELISM);
      Calls calls = stage.measure("g  apply of the saved plan", simulator, latency, folder, words);
      calls.requireAtMost(80);
      Stage.require(calls.writes() == FEW, calls.writes() + " writes");
      requireEmptyPlan(simulator, folder);
    }
  }

  /// One answer in a hundred is 429, one in a thousand is 502, and each write of schema settings is
  /// refused once.
  private void faultyApi() throws Exception {
    Path folder = stage.folder("h", Company.plain(size).withOnboarded(50));
    try (Simulator simulator = stage.fresh()) {
      simulator.faults(
          """
          [{"match": {"every": 100}, "then": {"status": 429, "retryAfter": 1}},
           {"match": {"every": 1000}, "then": {"status": 502, "html": "<h1>502</h1>"}},
           {"match": {"method": "PATCH", "path": "/schemas$", "every": 2}, "then": {"status": 409}}]
          """);
      stage.measure("h  d, with 429, 502 and 409", simulator, latency, folder, apply());
      simulator.faults("[]");
      requireConverged(simulator, folder);
    }
  }

  private void killed() throws Exception {
    Path folder = stage.folder("i", Company.plain(size).withOnboarded(50));
    try (Simulator simulator = stage.fresh()) {
      // Half of what d takes at least, so that the kill falls between two writes of some of the 50.
      var half =
          Duration.ofMillis(
              (long) (latency * (size.connections + size.managed) / PARALLELISM * 1.2 + 2500));
      Program cut = Program.run(home, folder, simulator.environment(), half, apply());
      Stage.require(cut.code() == 137, "the kill came too late: exit code " + cut.code());
      int there = connections(simulator.account()).size() - size.connections;
      stage.measure(
          "i  d, killed at " + there + " of 50, again", simulator, latency, folder, apply());
      requireConverged(simulator, folder);
    }
  }

  private void requireConverged(Simulator simulator, Path folder) throws Exception {
    List<String> names = connections(simulator.account());
    Stage.require(names.size() == new TreeSet<>(names).size(), "a connection is there twice");
    Stage.require(names.size() == size.connections + 50, names.size() + " connections are there");
    requireEmptyPlan(simulator, folder);
  }

  private void requireEmptyPlan(Simulator simulator, Path folder) throws Exception {
    Program.run(home, folder, simulator.environment(), Duration.ZERO, plan()).ended(0);
  }

  /// Each as `group/name`.
  private static List<String> connections(JsonNode account) {
    var names = new ArrayList<String>();
    account
        .path("connections")
        .forEach(
            one -> names.add(one.path("group_id").asText() + "/" + one.path("schema").asText()));
    return names;
  }

  private static List<String> plan() {
    return List.of("plan", "--detailed-exitcode", "--parallelism", "" + PARALLELISM);
  }

  private static List<String> apply() {
    return List.of("apply", "--auto-approve", "--parallelism", "" + PARALLELISM);
  }
}
