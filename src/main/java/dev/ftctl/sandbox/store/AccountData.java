package dev.ftctl.sandbox.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Everything of one simulated account: named collections of JSON nodes, ids and time.
///
/// Used by handlers under the store's lock. A node that was read is never changed in place: copy
/// it, change the copy, [#put] it. What a refused call wrote is rolled back.
public final class AccountData {
  public static final String GROUPS = "groups";
  public static final String DESTINATIONS = "destinations";
  public static final String CONNECTIONS = "connections";
  public static final String USERS = "users";
  public static final String TEAMS = "teams";
  public static final String WEBHOOKS = "webhooks";
  public static final String ROLES = "roles";
  public static final String LOG_SERVICES = "log_services";
  public static final String ACCOUNT_LOG_SERVICES = "account_log_services";
  public static final String TRANSFORMATIONS = "transformations";
  public static final String TRANSFORMATION_PROJECTS = "transformation_projects";
  public static final String HYBRID_AGENTS = "hybrid_deployment_agents";
  public static final String NEWER_SERVICES = "newer_services";

  /// One document, id `info`: `{account_id, account_name, user_id | system_key_id, next_id,
  /// clock_offset_millis}`.
  static final String INFO = "account";

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Map<String, LinkedHashMap<String, ObjectNode>> collections = new TreeMap<>();
  private final List<Commit> changes = new ArrayList<>();
  private final List<Runnable> undo = new ArrayList<>();
  private final Catalog catalog;
  private final SandboxClock clock;
  private final QuotaGate quotas;
  private int replacements;

  public AccountData(Catalog catalog, SandboxClock clock, QuotaGate quotas) {
    this.catalog = catalog;
    this.clock = clock;
    this.quotas = quotas;
  }

  public Optional<ObjectNode> find(String collection, String id) {
    return Optional.ofNullable(members(collection).get(id));
  }

  /// All nodes of a collection in the order of their creation.
  public List<ObjectNode> all(String collection) {
    return List.copyOf(members(collection).values());
  }

  /// All nodes with their ids, in the order of their creation.
  public Map<String, ObjectNode> entries(String collection) {
    return java.util.Collections.unmodifiableMap(members(collection));
  }

  public void put(String collection, String id, ObjectNode node) {
    var members = members(collection);
    var previous = members.put(id, node);
    changes.add(new Commit.Put(collection, id, node));
    undo.add(previous == null ? () -> members.remove(id) : () -> members.put(id, previous));
  }

  /// Removes a node if it is there.
  public void remove(String collection, String id) {
    var members = members(collection);
    if (!members.containsKey(id)) {
      return;
    }
    var before = new LinkedHashMap<>(members);
    members.remove(id);
    changes.add(new Commit.Remove(collection, id));
    undo.add(() -> {
      members.clear();
      members.putAll(before);
    });
  }

  /// A new id of two English words, unique in the account and the same in every run with the same
  /// history.
  public String newId() {
    var info = info().deepCopy();
    var number = info.path("next_id").asInt(0);
    // What was put in from another account has ids of the same words.
    while (isTaken(IdWords.id(number))) {
      number++;
    }
    info.put("next_id", number + 1);
    put(INFO, "info", info);
    return IdWords.id(number);
  }

  private boolean isTaken(String id) {
    return collections.values().stream().anyMatch(members -> members.containsKey(id));
  }

  /// Now, as Fivetran writes times: UTC, six fractional digits.
  public String now() {
    return timestamp(clock.instant());
  }

  /// Now.
  public Instant instant() {
    return clock.instant();
  }

  public static String timestamp(Instant instant) {
    return TIMESTAMP.format(instant.truncatedTo(ChronoUnit.MICROS));
  }

  /// The document about the account itself.
  public ObjectNode info() {
    return find(INFO, "info").orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /// How far the account's clock was moved forward in all runs.
  public Duration clockOffset() {
    return Duration.ofMillis(info().path("clock_offset_millis").asLong(0));
  }

  /// Sets the clock as the account says, after it was loaded.
  public void resumeClock() {
    clock.set(clockOffset());
  }

  public void moveClock(Duration by) {
    var offset = clockOffset().plus(by);
    put(INFO, "info", info().deepCopy().put("clock_offset_millis", offset.toMillis()));
    clock.advance(by);
  }

  /// The user who owns the key, none for a system key.
  public Optional<String> userId() {
    return Nodes.text(info(), "user_id");
  }

  /// Whoever asks: the user who owns the key, or the system key.
  public String actorId() {
    return userId().or(() -> Nodes.text(info(), "system_key_id")).orElse("sandbox");
  }

  /// What services there are: those of the catalogue, and what the account's collection
  /// `newer_services` has beyond it, by service a line of its format, as `{"openai": {"config":
  /// {"api_key_4": {"secret": true}}}}`.
  public Catalog catalog() {
    return catalog.with(
        entries(NEWER_SERVICES).entrySet().stream()
            .map(newer -> {
              var line = JsonNodeFactory.instance.objectNode().put("service", newer.getKey());
              return line.setAll(newer.getValue()).toString();
            })
            .toList());
  }

  /// Counts one request of a limited sort; refuses with 429 beyond the quota.
  public void spend(QuotaGate.Quota quota) {
    quotas.spend(quota);
  }

  /// The whole account as `{collection: {id: node}}`, as it is stored.
  public ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    collections.forEach((name, members) -> {
      if (!members.isEmpty()) {
        members.forEach(json.putObject(name)::set);
      }
    });
    return json;
  }

  /// Replaces everything by what [#toJson] gave, or by parts of it. A change like any other:
  /// logged, can be rolled back. The clock is set as the account says.
  public void replaceBy(ObjectNode json) {
    replacements++;
    collections.forEach(
        (name, members) -> List.copyOf(members.keySet()).forEach(id -> remove(name, id)));
    json.properties()
        .forEach(collection ->
            collection
                .getValue()
                .properties()
                .forEach(entry -> {
                  if (entry.getValue() instanceof ObjectNode node) {
                    put(collection.getKey(), entry.getKey(), node);
                  }
                }));
    var before = clock.set(clockOffset());
    undo.add(() -> clock.set(before));
  }

  /// How often everything was replaced: whoever remembers something of the account looks again.
  public int replacements() {
    return replacements;
  }

  /// Replays changes from a data file; they are not recorded again.
  void replay(List<Commit> recorded) {
    for (var change : recorded) {
      switch (change) {
        case Commit.Put put -> members(put.collection()).put(put.id(), put.node());
        case Commit.Remove remove -> members(remove.collection()).remove(remove.id());
      }
    }
  }

  /// Ends the running call: hands out what it changed, in order.
  List<Commit> commit() {
    var committed = List.copyOf(changes);
    changes.clear();
    undo.clear();
    return committed;
  }

  /// Ends the running call: takes back what it changed.
  void rollback() {
    undo.reversed().forEach(Runnable::run);
    changes.clear();
    undo.clear();
  }

  private LinkedHashMap<String, ObjectNode> members(String collection) {
    return collections.computeIfAbsent(collection, name -> new LinkedHashMap<>());
  }
}
