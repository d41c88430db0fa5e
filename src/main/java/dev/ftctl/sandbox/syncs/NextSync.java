package dev.ftctl.sandbox.syncs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Strict;
import dev.ftctl.sandbox.store.AccountData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the next sync of a connection goes: the account's collection `next_syncs`, by the
/// connection's id or name; each is used once.
///
/// @param json `{seconds?, outcome?, resumes_after_seconds?, task?, warning?}`, the last two as
///   `{code, message?, details?}`
public record NextSync(ObjectNode json) {
  private static final String COLLECTION = "next_syncs";
  private static final long DEFAULT_WAIT_SECONDS = 3600;
  private static final Strict SHAPE =
      new Strict(
          Map.of(
              "connection", Strict.Sort.TEXT,
              "seconds", Strict.Sort.NUMBER,
              "outcome", Strict.Sort.TEXT,
              "resumes_after_seconds", Strict.Sort.NUMBER,
              "task", Strict.Sort.OBJECT,
              "warning", Strict.Sort.OBJECT));
  private static final Strict CONDITION =
      new Strict(
          Map.of(
              "code", Strict.Sort.TEXT,
              "message", Strict.Sort.TEXT,
              "details", Strict.Sort.TEXT));

  /// How a sync ends.
  enum Outcome {
    SUCCEEDS,
    /// `failed_at`, and the task that was given.
    FAILS,
    /// As a failure, and the connection is broken until it is repaired.
    BREAKS,
    /// The source's quota is spent: waits, and begins anew.
    RESCHEDULED
  }

  /// Takes what a control call says of a connection's next sync; gives back whether there is such a
  /// connection by now.
  public static boolean set(AccountData account, JsonNode body) {
    var json = checked(body);
    var connection = json.path("connection").asText();
    if (connection.isBlank()) {
      throw ApiError.invalid("Field 'connection' is required: the id or the name of a connection");
    }
    account.put(COLLECTION, connection, json.without(List.of("connection")));
    return account.all(AccountData.CONNECTIONS).stream()
        .anyMatch(each ->
            each.path("id").asText().equals(connection)
                || each.path("schema").asText().equals(connection));
  }

  /// What was set for a connection, which is used up; else a sync that takes no time and succeeds.
  static NextSync take(AccountData account, JsonNode connection) {
    for (var key : List.of(connection.path("id").asText(), connection.path("schema").asText())) {
      var found = account.find(COLLECTION, key);
      if (found.isPresent()) {
        account.remove(COLLECTION, key);
        return new NextSync(checked(found.get()));
      }
    }
    return new NextSync(JsonNodeFactory.instance.objectNode());
  }

  private static ObjectNode checked(JsonNode body) {
    var json = SHAPE.checked("", body).deepCopy();
    for (var condition : List.of("task", "warning")) {
      if (json.has(condition)) {
        CONDITION.checked(condition, json.path(condition));
      }
    }
    new NextSync(json).outcome();
    return json;
  }

  Duration lasts() {
    return Duration.ofSeconds(Math.max(0, json.path("seconds").asLong(0)));
  }

  Duration resumesAfter() {
    return Duration.ofSeconds(json.path("resumes_after_seconds").asLong(DEFAULT_WAIT_SECONDS));
  }

  Outcome outcome() {
    return switch (json.path("outcome").asText("succeeds")) {
      case "succeeds" -> Outcome.SUCCEEDS;
      case "fails" -> Outcome.FAILS;
      case "breaks" -> Outcome.BREAKS;
      case "rescheduled" -> Outcome.RESCHEDULED;
      case String other ->
          throw ApiError.invalid(
              "Invalid value '"
                  + other
                  + "' for field 'outcome': a sync succeeds, fails, breaks or is rescheduled");
    };
  }

  Optional<ObjectNode> condition(String name) {
    return json.path(name) instanceof ObjectNode object
        ? Optional.of(object.deepCopy())
        : Optional.empty();
  }
}
