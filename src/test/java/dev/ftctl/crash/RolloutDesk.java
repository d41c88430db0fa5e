package dev.ftctl.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.files.Disk;
import dev.ftctl.testing.QuickSleeper;
import dev.ftctl.testing.RolloutAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A simulator and a folder with two rollouts of two batches each: `shop` of tables `a`, `b`, `c`,
/// and `ads` of accounts `222`, `333`, `444`.
record RolloutDesk(Path folder, Simulator simulator) {

  private static final Map<String, String> KEY =
      Map.of(
          "FIVETRAN_API_KEY", "sandbox_key",
          "FIVETRAN_API_SECRET", "sandbox_secret",
          "FTCTL_QUOTAS", "none");

  /// How many batches either has.
  static final int BATCHES = 2;

  static RolloutDesk open(Path folder) throws IOException {
    String three = RolloutAccount.TABLES.replace(", sales.d, sales.e", "");
    Files.writeString(folder.resolve("shop.yaml"), three);
    Files.writeString(folder.resolve("ads.yaml"), RolloutAccount.ITEMS);
    return new RolloutDesk(folder, Simulator.inProcess());
  }

  /// Nothing is on, and nothing begun.
  void reset() throws IOException {
    for (String name : List.of("shop", "ads")) {
      Files.deleteIfExists(folder.resolve(".ftctl/rollout/" + name + ".json"));
    }
    simulator.replaceAccount(RolloutAccount.json());
    simulator.forgetRequests();
  }

  /// In this process.
  Ended run(URI url, String rollout) {
    var text = new StringWriter();
    var writer = new PrintWriter(text);
    var console =
        new Console(
            writer,
            writer,
            new BufferedReader(new StringReader("")),
            KEY,
            folder,
            Console.Terminals.NONE,
            Clock.systemUTC(),
            Disk.REAL,
            new QuickSleeper());
    return new Ended(Ftctl.run(words(url, rollout), console), text.toString());
  }

  /// In a process of its own.
  Process start(URI url, String rollout) throws IOException {
    return Child.start(KEY, folder, words(url, rollout));
  }

  private static String[] words(URI url, String rollout) {
    return new String[] {"rollout", "run", rollout + ".yaml", "--yes", "--api-url=" + url};
  }

  /// What is on of either: `a b`, `111 222`.
  String on(String rollout) {
    JsonNode account = simulator.account();
    var on = new TreeSet<String>();
    if (rollout.equals("ads")) {
      account.at("/connections/c_ads/config/accounts").forEach(item -> on.add(item.asText()));
      return String.join(" ", on);
    }
    JsonNode schema = account.at("/schema_configs/c_shop/schemas/sales");
    schema
        .path("tables")
        .properties()
        .forEach(table -> {
          if (schema.path("enabled").asBoolean() && table.getValue().path("enabled").asBoolean()) {
            on.add(table.getKey());
          }
        });
    return String.join(" ", on);
  }

  /// Writes that came to the simulator.
  long writes(String call) {
    return simulator.requests().stream().filter(request -> request.matches(call)).count();
  }

  /// Syncs that there were of either.
  int syncs(String rollout) {
    return simulator.account().at("/syncs/c_" + rollout + "/records").size();
  }
}
