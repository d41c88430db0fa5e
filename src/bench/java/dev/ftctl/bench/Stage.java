package dev.ftctl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/// Where scenarios run: a made account that each begins with, folders of manifests, and a row for
/// each run.
///
/// @param scratch keeps what they need
/// @param latency milliseconds before each answer
record Stage(Path home, Path scratch, Size size, int latency) {

  private static final String HEAD = "%-34s %7s %7s %7s %6s %5s %9s %8s %8s%n";
  private static final String ROW = "%-34s %7d %7d %7d %6d %5d %9.2f %8.2f %8d%n";

  static void head() {
    System.out.printf(
        HEAD, "", "calls", "writes", "source", "tests", "429", "seconds", "x limit", "peak MB");
  }

  /// The account that is made once.
  Path seeded() {
    return scratch.resolve("seeded.json");
  }

  Calls measure(String title, Simulator simulator, int waited, Path folder, List<String> words)
      throws Exception {
    return timed(title, simulator, waited, folder, words, 0).calls();
  }

  /// What a run took.
  ///
  /// @param peak its largest resident memory in MiB
  record Timed(Calls calls, double seconds, long peak) {}

  /// Prints the row of a run.
  ///
  /// @param waited milliseconds before each answer
  /// @param code that it has to end with
  Timed timed(
      String title, Simulator simulator, int waited, Path folder, List<String> words, int code)
      throws Exception {
    simulator.forgetRequests();
    Program run =
        Program.run(home, folder, simulator.environment(), Duration.ZERO, words).ended(code);
    Calls calls = Calls.of(simulator.requests());
    if (System.getenv("BENCH_PATHS") != null) {
      System.out.print(Calls.byPath(simulator.requests()));
    }
    double seconds = run.wall().toNanos() / 1e9;
    double limit = calls.all() * waited / 1000.0 / Accounts.PARALLELISM;
    System.out.printf(
        ROW,
        title,
        calls.all(),
        calls.writes(),
        calls.interactions(),
        calls.tests(),
        calls.refused(),
        seconds,
        limit == 0 ? 0 : seconds / limit,
        run.peak());
    return new Timed(calls, seconds, run.peak());
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  Path folder(String name, Company company) throws IOException {
    Path folder = scratch.resolve(name);
    company.write(folder);
    return folder;
  }

  Simulator fresh() throws IOException {
    Path data = scratch.resolve("account.json");
    try (var old = Files.newDirectoryStream(scratch, "account.json*")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    Files.copy(seeded(), data, StandardCopyOption.REPLACE_EXISTING);
    return Simulator.start(home, data, latency);
  }
}
