package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.QuotaGate;
import dev.ftctl.sandbox.store.RequestLog;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.sandbox.store.Seed;
import dev.ftctl.sandbox.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;

/// Drives a running simulator: faults, quotas, clock, and a direct look at the account. Safe for
/// many threads.
public final class SandboxControl {
  private final Store store;
  private final Faults faults;
  private final QuotaGate quotas;
  private final RequestLog requests;
  private final Seed seed;
  private final BiPredicate<AccountData, JsonNode> nextSync;

  public SandboxControl(
      Store store,
      Faults faults,
      QuotaGate quotas,
      RequestLog requests,
      Seed seed,
      BiPredicate<AccountData, JsonNode> nextSync) {
    this.store = store;
    this.faults = faults;
    this.quotas = quotas;
    this.requests = requests;
    this.seed = seed;
    this.nextSync = nextSync;
  }

  /// Replaces the fault rules: a JSON list of `{match, then}`; an empty list ends all faults.
  public void faults(JsonNode rules) {
    faults.set(rules);
  }

  /// Replaces the quotas, as `{"requestsPerHour": 500, "setupTestsPerMinute": 5}`; an empty object
  /// lifts all.
  public void quotas(JsonNode limits) {
    quotas.set(limits);
  }

  /// Says how the next sync of a connection goes, as `{"connection": id or name, "seconds": 90,
  /// "outcome": "succeeds" | "fails" | "breaks" | "rescheduled", …}`; gives back whether there is
  /// such a connection by now.
  public boolean nextSync(JsonNode json) {
    return store.run(account -> nextSync.test(account, json));
  }

  /// Moves the account's clock forward.
  public void advance(Duration by) {
    store.change(account -> account.moveClock(by));
  }

  /// Makes the account as new, and forgets faults, quotas and requests.
  public void reset() {
    store.change(seed::replant);
    faults.set(JsonNodeFactory.instance.arrayNode());
    quotas.set(JsonNodeFactory.instance.objectNode());
    requests.clear();
  }

  /// A copy of the account as `{collection: {id: node}}`, secrets as fingerprints. A snapshot for
  /// [#replaceAccount], also of another simulator.
  public ObjectNode account() {
    return store.run(AccountData::toJson).deepCopy();
  }

  /// Replaces the whole account by what [#account] gave, or by a hand-made one in that shape.
  public void replaceAccount(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      throw ApiError.invalid("an account is an object of collections");
    }
    store.change(account -> account.replaceBy(object.deepCopy()));
  }

  /// The requests answered so far, oldest first, at most the last 10,000.
  public List<RequestRecord> requests() {
    return requests.all();
  }

  public void forgetRequests() {
    requests.clear();
  }
}
