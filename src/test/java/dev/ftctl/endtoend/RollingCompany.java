package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.RolloutAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The account of [RolloutAccount] and a folder with its rollouts, on a clock that moves when
/// somebody waits for it.
final class RollingCompany implements AutoCloseable {

  static final String SHOP = "rollouts/shop.yaml";
  static final String ADS = "rollouts/ads.yaml";

  final Lab lab = new Lab();
  final Workspace workspace;

  RollingCompany(Path folder) {
    workspace = new Workspace(folder).reaching(lab.sandbox());
    reset();
  }

  /// Everything as it was in the beginning.
  void reset() {
    workspace
        .file(SHOP, RolloutAccount.TABLES)
        .file(ADS, RolloutAccount.ITEMS)
        .waitingBy(new AccountClock(lab));
    delete(workspace.folder().resolve("manifests/all.yaml"));
    for (String name : List.of("shop", "ads")) {
      delete(workspace.folder().resolve(".ftctl/rollout/" + name + ".json"));
    }
    faults("");
    edit(account -> {});
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException staying) {
      throw new UncheckedIOException(staying);
    }
  }

  /// Puts the account there as it was, but for that.
  void edit(Consumer<ObjectNode> change) {
    ObjectNode account = RolloutAccount.json();
    change.accept(account);
    lab.sandbox().control().replaceAccount(account);
    lab.forget();
  }

  /// Goes on with a rollout of which no question is asked.
  Ran roll(String file, String... more) {
    var words = new ArrayList<>(List.of("rollout", "run", file, "--yes"));
    words.addAll(List.of(more));
    return workspace.run(words.toArray(String[]::new));
  }

  /// How the next sync of `shop` goes.
  void next(String members) {
    lab.sandbox().control().nextSync(RolloutAccount.json("{'connection':'shop'" + members + "}"));
  }

  void faults(String rules) {
    lab.sandbox().control().faults(SyncingCompany.json("[" + rules + "]"));
  }

  /// Each write, as `on a b`, `off f`, `accounts 111 222`, `paused false` or `sync`.
  List<String> deeds() {
    var deeds = new ArrayList<String>();
    for (RequestRecord write : lab.writes()) {
      JsonNode body = write.body();
      if (write.path().endsWith("/sync")) {
        deeds.add("sync");
      } else if (write.path().endsWith("/schemas")) {
        deeds.add(switched(body));
      } else if (body.has("paused")) {
        deeds.add("paused " + body.path("paused"));
      } else {
        var accounts = new ArrayList<String>();
        body.at("/config/accounts").forEach(item -> accounts.add(item.asText()));
        deeds.add("accounts " + String.join(" ", accounts));
      }
    }
    return deeds;
  }

  private static String switched(JsonNode body) {
    var on = new TreeSet<String>();
    var off = new TreeSet<String>();
    body.at("/schemas/sales/tables")
        .properties()
        .forEach(
            table -> (table.getValue().path("enabled").asBoolean() ? on : off).add(table.getKey()));
    return "on " + String.join(" ", on) + (off.isEmpty() ? "" : " off " + String.join(" ", off));
  }

  /// The tables of `sales` that sync.
  String on() {
    JsonNode schema =
        workspace
            .succeed("api", "GET", "connections/c_shop/schemas")
            .json()
            .at("/data/schemas/sales");
    var on = new TreeSet<String>();
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

  String accounts() {
    var accounts = new ArrayList<String>();
    connection("c_ads").at("/config/accounts").forEach(item -> accounts.add(item.asText()));
    return String.join(" ", accounts);
  }

  JsonNode connection(String id) {
    return lab.sandbox().control().account().path("connections").path(id);
  }

  /// How many syncs there were, by their ends: `SUCCESSFUL`, `FAILED`.
  long syncs(String status) {
    return lab
        .sandbox()
        .control()
        .account()
        .path("syncs")
        .path("c_shop")
        .path("records")
        .findValuesAsText("status")
        .stream()
        .filter(status::equals)
        .count();
  }

  @Override
  public void close() {
    lab.close();
  }
}
