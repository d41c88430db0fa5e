package dev.ftctl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Plans of a branch, and plans with other numbers of requests in flight. Ratios of runs beside one
/// another are printed, since seconds differ from machine to machine.
record Readings(Stage stage) {

  private static final int FEW = 5;
  private static final int MOST_CALLS = 20;
  private static final int MOST_REFUSALS = 5;

  /// A branch that changes five connections, planned twice: the second time files were parsed
  /// before.
  void changedSince() throws Exception {
    Path folder = stage.scratch().resolve("j");
    clear(folder);
    stage.folder("j", Company.plain(stage.size()));
    git(folder, "init", "-q");
    git(folder, "add", "-A");
    git(folder, "-c", "user.name=b", "-c", "user.email=b@example.com", "commit", "-q", "-m", "b");
    stage.folder("j", Company.plain(stage.size()).withFrequencies(FEW));
    var words = List.of("plan", "--changed-since", "HEAD", "--detailed-exitcode");
    try (Simulator simulator = stage.fresh()) {
      for (String title : List.of("j  plan of what 5 changed", "j  again")) {
        Calls calls = stage.timed(title, simulator, stage.latency(), folder, words, 2).calls();
        calls.requireAtMost(MOST_CALLS);
      }
    }
  }

  void inFlight() throws Exception {
    Path folder = stage.folder("k", Company.plain(stage.size()));
    try (Simulator simulator = stage.fresh()) {
      double eight = plan("k  plan, 8 in flight", simulator, folder, "8").seconds();
      double auto = plan("k  plan, auto", simulator, folder, "auto").seconds();
      System.out.printf("   auto is %.2f times faster%n", eight / auto);
      plan("k  plan, 32 in flight", simulator, folder, "32");
    }
  }

  /// A server that refuses, and one that takes three times as long, what comes while twelve are in
  /// flight.
  void borne() throws Exception {
    Path folder = stage.folder("l", Company.plain(stage.size()));
    String refuses = "[{'match': {'above': 12}, 'then': {'status': 429}}]";
    String slows =
        "[{'match': {'above': 12}, 'then': {'latencyMillis': %d}}]".formatted(2 * stage.latency());
    try (Simulator simulator = stage.fresh()) {
      for (String rules : List.of(refuses, slows)) {
        simulator.faults(rules.replace('\'', '"'));
        double best = plan("l  plan, 12 in flight", simulator, folder, "12").seconds();
        Stage.Timed auto = plan("l  plan, auto", simulator, folder, "auto");
        System.out.printf("   auto takes %.2f of it%n", auto.seconds() / best);
        Stage.require(
            auto.calls().refused() <= MOST_REFUSALS, auto.calls().refused() + " were refused");
      }
    }
  }

  private Stage.Timed plan(String title, Simulator simulator, Path folder, String number)
      throws Exception {
    var words = List.of("plan", "--detailed-exitcode", "--parallelism", number);
    return stage.timed(title, simulator, stage.latency(), folder, words, 0);
  }

  private static void git(Path folder, String... words) throws Exception {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    Stage.require(new ProcessBuilder(command).inheritIO().start().waitFor() == 0, "git failed");
  }

  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }
}
