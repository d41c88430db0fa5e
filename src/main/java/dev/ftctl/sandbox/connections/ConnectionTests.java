package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.QuotaGate;
import dev.ftctl.sandbox.syncs.Conditions;
import java.util.List;
import java.util.Optional;

/// Setup tests of connections, and what they make of a connection's state.
public final class ConnectionTests {
  private static final List<QuotaGate.Quota> COST =
      List.of(
          QuotaGate.Quota.SETUP_TESTS_PER_MINUTE,
          QuotaGate.Quota.SETUP_TESTS_PER_HOUR,
          QuotaGate.Quota.SOURCE_INTERACTIONS_PER_MINUTE,
          QuotaGate.Quota.SOURCE_INTERACTIONS_PER_HOUR);

  private ConnectionTests() {}

  /// Sets the connection's state by its setup tests; gives back their results.
  static Optional<ArrayNode> run(Call call, ObjectNode connection) {
    COST.forEach(call.account()::spend);
    var trust = Trust.of(call, connection.path("id").asText());
    return Optional.of(judged(call.account(), connection, trust).items());
  }

  /// What a sync on demand finds at a connection that was broken: whether it was repaired
  /// meanwhile.
  public static void tryAgain(AccountData account, ObjectNode connection) {
    var state = connection.path("status").path("setup_state").asText();
    if (state.equals(SetupState.BROKEN) && !connection.path("paused").asBoolean()) {
      judged(account, connection, new Trust(account, connection.path("id").asText(), false, false));
    }
  }

  private static SetupTests.Outcome judged(
      AccountData account, ObjectNode connection, Trust trust) {
    var group = connection.path("group_id").asText();
    var outcome =
        SetupTests.judged(
            account,
            Reach.through(
                account,
                connection,
                SetupTests.ofConnection(
                    account.catalog().connection(connection.path("service").asText()).orElseThrow(),
                    connection,
                    trust,
                    account.find(AccountData.DESTINATIONS, group).isPresent())));
    var status = connection.withObjectProperty("status");
    var state = SetupState.after(status.path("setup_state").asText(), outcome.passed());
    status.put("setup_state", state);
    Conditions.reconnect(status, state.equals(SetupState.BROKEN));
    return outcome;
  }

  /// The connection as it is stored, with the results if tests ran.
  static ObjectNode details(Call call, ObjectNode stored, Optional<ArrayNode> tests) {
    var details = ConnectionView.details(stored, ConnectionRoutes.facts(call, stored));
    tests.ifPresent(items -> details.set("setup_tests", items));
    return details;
  }
}
