package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/// An account of connections in whatever state, looked at at one moment.
final class WatchedFleet implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static final Pattern AGE = Pattern.compile("\"-(\\d+)([mhd])\"");
  private static final String FINE =
      """
      {"service": "postgres", "paused": false, "sync_frequency": 60, "schedule_type": "auto",
       "created_at": "-90d", "succeeded_at": "-10m", "failed_at": null,
       "status": {"setup_state": "connected", "sync_state": "scheduled",
                  "update_state": "on_schedule", "is_historical_sync": false,
                  "tasks": [], "warnings": []}}
      """;

  /// One of each state, but for the groups `eu` and `us`.
  static final String[] EVERY = {
    "dead eu"
        + " {'status':{'setup_state':'broken','tasks':[{'code':'reconnect','message':'Reconnect','details':'No"
        + " route to db.'}]},'succeeded_at':'-3d','failed_at':'-2h'}",
    "failing us {'failed_at':'-5m','status':{'tasks':[{'code':'table_gone','message':'No"
        + " table','details':'public.x'}]}}",
    "strange us {'status':{'setup_state':'migrating'}}",
    "begun eu {'succeeded_at':null,'status':{'setup_state':'incomplete'}}",
    "late us {'succeeded_at':'-2h','status':{'update_state':'delayed'}}",
    "old eu {'succeeded_at':'-4h'}",
    "idle us {'paused':true,'succeeded_at':'-12d','status':{'sync_state':'paused'}}",
    "new eu {'succeeded_at':null,'created_at':'-5m'}",
    "busy us {'status':{'sync_state':'syncing'}}",
    "waits eu {'status':{'sync_state':'rescheduled','rescheduled_for':'2026-11-20T13:00:00Z'}}",
    "warned us {'status':{'warnings':[{'code':'resync','message':'Tables were synced"
        + " again','details':'3 tables'}]}}",
    "good eu {}",
  };

  final Lab lab = new Lab();
  final Workspace workspace;

  WatchedFleet(Path folder, String... connections) {
    lab.sandbox().control().mergeAccount(account(connections));
    workspace = new Workspace(folder).reaching(lab.sandbox()).at(Clock.fixed(NOW, ZoneOffset.UTC));
    lab.forget();
  }

  /// Lays connections over the account, each as `name group {…}`: what it has beside what a healthy
  /// one has, with single quotes for double ones and ages for times.
  void put(String... connections) {
    lab.sandbox().control().mergeAccount(account(connections));
  }

  void faults(String rules) {
    lab.sandbox().control().faults(SyncingCompany.json(rules));
  }

  /// GETs of lists since the last look.
  long lists() {
    return lab.sandbox().requests().stream()
        .filter(request -> request.path().matches("(/v1)?/(connections|groups)"))
        .count();
  }

  private static ObjectNode account(String... connections) {
    ObjectNode account = JsonNodeFactory.instance.objectNode();
    for (String written : connections) {
      String[] parts = written.split(" ", 3);
      String group = "id_" + parts[1];
      account.withObjectProperty("groups").putObject(group).put("id", group).put("name", parts[1]);
      ObjectNode node = (ObjectNode) json(FINE);
      merge(node, json(parts[2].replace('\'', '"')));
      node.put("id", "id_" + parts[0]).put("group_id", group).put("schema", parts[0]);
      account.withObjectProperty("connections").set("id_" + parts[0], node);
    }
    return account;
  }

  private static void merge(ObjectNode into, JsonNode more) {
    more.properties()
        .forEach(member -> {
          if (member.getValue() instanceof ObjectNode inner
              && into.get(member.getKey()) instanceof ObjectNode outer) {
            merge(outer, inner);
          } else {
            into.set(member.getKey(), member.getValue());
          }
        });
  }

  private static JsonNode json(String text) {
    String timed =
        AGE.matcher(text)
            .replaceAll(age ->
                "\"" + NOW.minus(duration(Integer.parseInt(age.group(1)), age.group(2))) + "\"");
    try {
      return new JsonMapper().readTree(timed);
    } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static Duration duration(int number, String unit) {
    return switch (unit) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  @Override
  public void close() {
    lab.close();
  }
}
