package dev.ftctl.sandbox.logs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.QuotaGate;
import dev.ftctl.sandbox.store.Steered;
import java.util.List;
import java.util.Optional;

/// What the setup tests of a log service find. Nothing is contacted: they fail where an address
/// contains `unreachable`, where no secret was given, and where the account's collection
/// `log_tests` says so, by the log's id, `account` or `*`: `{"status": "FAILED", "message": "…",
/// "times": 1}`.
final class LogTests {
  private static final String COLLECTION = "log_tests";
  private static final List<String> ADDRESSES =
      List.of("host", "hostname", "loki_url", "data_collection_endpoint", "environment_id");

  /// Ways in that need no secret: Fivetran's own role or service account.
  private static final List<String> WITHOUT_SECRET = List.of("role_arn", "project_id");

  private LogTests() {}

  /// The results as `{title, status, message}`.
  static ArrayNode of(AccountData account, String key, ServiceFacts facts, ObjectNode log) {
    account.spend(QuotaGate.Quota.SETUP_TESTS_PER_MINUTE);
    account.spend(QuotaGate.Quota.SETUP_TESTS_PER_HOUR);
    var config = log.path("config");
    var items = JsonNodeFactory.instance.arrayNode();
    var unreachable =
        ADDRESSES.stream()
            .map(name -> config.path(name).asText())
            .filter(address -> address.contains("unreachable"))
            .findFirst();
    add(items, "Connecting to the service", unreachable.map(it -> "Could not reach " + it));
    var hasLogin =
        WITHOUT_SECRET.stream().anyMatch(config::hasNonNull)
            || facts.config().values().stream()
                .filter(FieldFacts::secret)
                .anyMatch(field -> config.hasNonNull(field.name()));
    add(
        items,
        "Validating credentials",
        hasLogin ? Optional.empty() : Optional.of("Credentials are missing"));
    var said = new Steered(account, COLLECTION).take(key);
    if (said.has("status")) {
      items
          .addObject()
          .put("title", "Sending an event")
          .put("status", said.path("status").asText())
          .put("message", said.path("message").asText());
    }
    return items;
  }

  /// The message of the first that failed.
  static Optional<String> failure(ArrayNode tests) {
    return tests
        .valueStream()
        .filter(test -> test.path("status").asText().endsWith("FAILED"))
        .map(test -> test.path("message").asText())
        .findFirst();
  }

  private static void add(ArrayNode items, String title, Optional<String> failure) {
    items
        .addObject()
        .put("title", title)
        .put("status", failure.isEmpty() ? "PASSED" : "FAILED")
        .put("message", failure.orElse(""));
  }
}
