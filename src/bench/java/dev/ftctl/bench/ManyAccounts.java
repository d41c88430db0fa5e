package dev.ftctl.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Times `ftctl fleet plan` over many accounts beside `ftctl plan --env NAME` for one after another,
/// against simulators behind one address.
///
///     src/bench/many-accounts.sh [COUNT [SIZE [LATENCY]]]
///
/// Prints a row for each run. Exits 1 when a plan doesn't end with 0, or when forty-five more
/// accounts take more than half as much memory again as five.
final class ManyAccounts {

  private static final int FEW = 5;

  private final Path home;
  private final Path folder;
  private final Map<String, Sandbox> accounts = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  private ManyAccounts(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  public static void main(String... words) throws Exception {
    Path home = Path.of(System.getProperty("ftctl.home", ".")).toAbsolutePath();
    int count = words.length > 0 ? Integer.parseInt(words[0]) : 50;
    Size size = Size.of(words.length > 1 ? words[1] : "S");
    int latency = words.length > 2 ? Integer.parseInt(words[2]) : 50;
    Path folder = Files.createTempDirectory("ftctl-many");
    try {
      new ManyAccounts(home, folder).run(count, size, latency);
    } finally {
      try (var all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private void run(int count, Size size, int latency) throws Exception {
    System.out.printf("%d accounts of size %s, %d ms before each answer%n", count, size, latency);
    System.out.printf("%-34s %8s %8s %8s%n", "", "seconds", "ratio", "peak MB");
    Company.plain(size).write(folder);
    ObjectNode account = seeded(size);
    for (int number = 0; number < count; number++) {
      String name = "a%02d".formatted(number);
      var options =
          SandboxOptions.inMemory().withSeed(info(name)).withLatency(Duration.ofMillis(latency));
      Sandbox sandbox = Sandbox.start(options);
      sandbox.control().replaceAccount(account);
      accounts.put(name, sandbox);
    }
    try (var door = new OneDoor(accounts)) {
      environment.put("FIVETRAN_API_URL", door.url());
      environment.put("FTCTL_QUOTAS", "none");
      Files.writeString(folder.resolve("ftctl.yaml"), project());
      double alone = oneAfterAnother();
      row("one after another", alone, alone, 0);
      long few = fleet("fleet plan, " + FEW + " accounts", alone * FEW / count, FEW, 4);
      long many = fleet("fleet plan", alone, count, 4);
      fleet("fleet plan --jobs 16", alone, count, 16);
      if (many > few * 1.5) {
        throw new IllegalStateException(few + " MB for " + FEW + ", " + many + " for " + count);
      }
    } finally {
      accounts.values().forEach(Sandbox::close);
    }
  }

  /// What an apply makes of the manifests, whose account is not said.
  private ObjectNode seeded(Size size) throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
      ObjectNode sources = JsonNodeFactory.instance.objectNode();
      sources.set("sources", new JsonMapper().readTree(Company.plain(size).sources()));
      sandbox.control().mergeAccount(sources);
      var reaching =
          Map.of(
              "FIVETRAN_API_URL", sandbox.url().toString(),
              "FIVETRAN_API_KEY", sandbox.apiKey(),
              "FIVETRAN_API_SECRET", sandbox.apiSecret());
      Program.run(home, folder, reaching, Duration.ZERO, List.of("apply", "--auto-approve"))
          .ended(0);
      ObjectNode account = sandbox.control().account();
      account.remove("account");
      return account;
    }
  }

  private static ObjectNode info(String name) {
    ObjectNode seed = JsonNodeFactory.instance.objectNode();
    seed.putObject("account").putObject("info").put("account_id", "account_" + name);
    return seed;
  }

  private String project() {
    var text = new StringBuilder("environments:\n");
    for (String name : accounts.keySet()) {
      String prefix = name.toUpperCase(java.util.Locale.ROOT);
      environment.put(prefix + "_API_KEY", "key_" + name);
      environment.put(prefix + "_API_SECRET", "secret_of_" + name);
      text.append("  ").append(name).append(": {account: account_").append(name);
      text.append(", credentials: {key: ").append(prefix).append("_API_KEY, secret: ");
      text.append(prefix).append("_API_SECRET}}\n");
    }
    return text.toString();
  }

  private double oneAfterAnother() throws Exception {
    double seconds = 0;
    for (String name : accounts.keySet()) {
      seconds += timed(List.of("plan", "--env", name)).wall().toNanos() / 1e9;
    }
    return seconds;
  }

  private long fleet(String title, double alone, int count, int jobs) throws Exception {
    var names = new ArrayList<>(accounts.keySet()).subList(0, count);
    Program run =
        timed(List.of("fleet", "plan", "--jobs", "" + jobs, "--envs", String.join(",", names)));
    row(title, run.wall().toNanos() / 1e9, alone, run.peak());
    return run.peak();
  }

  private Program timed(List<String> line) throws Exception {
    return Program.run(home, folder, environment, Duration.ZERO, line).ended(0);
  }

  private static void row(String title, double seconds, double alone, long peak) {
    System.out.printf("%-34s %8.2f %8.2f %8d%n", title, seconds, seconds / alone, peak);
  }
}
