package dev.ftctl.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// Times `ftctl plan --dbt-manifest` over a manifest of 5,000 models with their tests and code,
/// beside the same plan without it, in turn, against the simulator in a process of its own.
///
///     src/bench/dbt.sh [RUNS [MODELS]]
///
/// Exits 1 when the manifest takes more than a second, and more than half of the plan besides: a
/// busy machine is slow at both.
final class Downstream {

  private static final int LETTERS_OF_CODE = 4_000;
  private static final int TESTS_OF_A_MODEL = 3;
  private static final double MOST_SECONDS = 1;
  private static final double MOST_TIMES = 1.5;

  private static final String COMPANY =
      """
      kind: Group
      metadata: {name: shop}
      ---
      kind: Connector
      metadata: {name: db}
      spec: {service: postgres, groups: [shop], paused: true, config: {schema_prefix: db, host: h.example.com, port: 5432, database: d, user: u, password: "${env:PASSWORD}"}}
      ---
      kind: SchemaSettings
      metadata: {name: db}
      spec: {connector: db, schema_change_handling: ALLOW_ALL, schemas: {public: {tables: {users: {enabled: %s}}}}}
      """;

  private Downstream() {}

  public static void main(String... words) throws Exception {
    Path home = Path.of(System.getProperty("ftctl.home", ".")).toAbsolutePath();
    int runs = words.length > 0 ? Integer.parseInt(words[0]) : 5;
    int models = words.length > 1 ? Integer.parseInt(words[1]) : 5_000;
    Path folder = Files.createTempDirectory("ftctl-dbt");
    Path data = folder.resolve("account.json");
    Path manifests = Files.createDirectories(folder.resolve("manifests"));
    Path file = manifests.resolve("shop.yaml");
    Path manifest = folder.resolve("manifest.json");
    try (Simulator simulator = Simulator.start(home, data, 0)) {
      Files.writeString(file, COMPANY.formatted(true));
      run(
          home,
          folder,
          simulator,
          "apply",
          "--auto-approve",
          "--journal",
          "none",
          "--run-setup-tests",
          "never");
      Files.writeString(file, COMPANY.formatted(false));
      write(manifest, models);
      var bare = new ArrayList<Program>();
      var told = new ArrayList<Program>();
      for (int run = 0; run < runs; run++) {
        bare.add(run(home, folder, simulator, "plan"));
        told.add(run(home, folder, simulator, "plan", "--dbt-manifest", manifest.toString()));
      }
      print(models, Files.size(manifest), bare, told);
    } finally {
      for (Path one : List.of(data, file, manifests, manifest)) {
        Files.deleteIfExists(one);
      }
    }
  }

  private static void print(int models, long bytes, List<Program> bare, List<Program> told) {
    double without = median(bare);
    double with = median(told);
    long peak = told.stream().mapToLong(Program::peak).max().orElse(0);
    long peakWithout = bare.stream().mapToLong(Program::peak).max().orElse(0);
    System.out.printf(
        "%d models, %d tests, %d MB%n", models, models * TESTS_OF_A_MODEL, bytes / 1_000_000);
    System.out.printf("%-16s %8s %8s %8s%n", "", "seconds", "x plan", "peak MB");
    System.out.printf("%-16s %8.2f %8.2f %8d%n", "plan", without, 1.0, peakWithout);
    System.out.printf("%-16s %8.2f %8.2f %8d%n", "--dbt-manifest", with, with / without, peak);
    System.out.println(
        told.getFirst()
            .out()
            .lines()
            .filter(line -> line.startsWith("Downstream"))
            .findFirst()
            .orElseThrow());
    if (with - without > MOST_SECONDS && with > MOST_TIMES * without) {
      throw new IllegalStateException("the manifest takes too long");
    }
  }

  private static double median(List<Program> runs) {
    double[] seconds = runs.stream().mapToDouble(run -> run.wall().toNanos() / 1e9).toArray();
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  private static Program run(Path home, Path folder, Simulator simulator, String... words)
      throws Exception {
    var environment = new HashMap<>(simulator.environment());
    environment.put("PASSWORD", "a-password-of-nobody");
    return Program.run(home, folder, environment, Duration.ZERO, List.of(words)).ended(0);
  }

  /// Each model reads a source or an earlier one, half of them in the end `users`.
  private static void write(Path file, int models) throws IOException {
    String code = "select * from somewhere -- ".repeat(LETTERS_OF_CODE / 27);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "{\"metadata\": {\"dbt_schema_version\":"
              + " \"https://schemas.getdbt.com/dbt/manifest/v12.json\", \"project_name\":"
              + " \"shop\"}, \"sources\": {");
      for (String table : List.of("users", "orders")) {
        out.write(
            (table.equals("users") ? "" : ",")
                + "\"source.shop.db."
                + table
                + "\": {\"schema\": \"db_public\", \"name\": \""
                + table
                + "\", \"database\": null}");
      }
      out.write("}, \"nodes\": {");
      for (int i = 0; i < models; i++) {
        String parent =
            i < 2 ? "source.shop.db." + (i == 0 ? "users" : "orders") : "model.shop.m" + (i - 2);
        out.write(
            (i == 0 ? "" : ",")
                + "\"model.shop.m"
                + i
                + "\": {\"resource_type\": \"model\", \"name\": \"m"
                + i
                + "\", \"raw_code\": \""
                + code
                + "\", \"compiled_code\": \""
                + code
                + "\", \"config\": {\"enabled\": true, \"meta\": {}},"
                + " \"depends_on\": {\"macros\": [], \"nodes\": [\""
                + parent
                + "\"]}}");
        for (int test = 0; test < TESTS_OF_A_MODEL; test++) {
          out.write(
              ",\"test.shop.t"
                  + i
                  + "_"
                  + test
                  + "\": {\"resource_type\": \"test\", \"name\": \"t"
                  + i
                  + "_"
                  + test
                  + "\", \"raw_code\": \""
                  + code
                  + "\", \"depends_on\": {\"nodes\": [\"model.shop.m"
                  + i
                  + "\"]}}");
        }
      }
      out.write("}, \"exposures\": {}}");
    }
  }
}
