package dev.ftctl.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Strict;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.QuotaGate;
import dev.ftctl.sandbox.store.RequestLog;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.sandbox.store.Seed;
import dev.ftctl.sandbox.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Drives a running simulator: faults, quotas, clock, and a direct look at the account. Safe for
/// many threads.
public final class SandboxControl {
  /// The names of the quotas, as [#quotas] takes them.
  static final List<String> QUOTAS = QuotaGate.Quota.names();

  private static final String ACCOUNT = "account";
  private static final Strict LIMITS =
      new Strict(
          QUOTAS.stream().collect(Collectors.toMap(name -> name, name -> Strict.Sort.NUMBER)));

  private final Store store;
  private final Faults faults;
  private final QuotaGate quotas;
  private final RequestLog requests;
  private final Seed seed;
  private final JsonNode nodes;
  private final BiPredicate<AccountData, JsonNode> nextSync;

  /// @param nodes what a new account is seeded with, as [#mergeAccount] takes it
  /// @param nextSync takes what is said of a connection's next sync
  public SandboxControl(
      Store store,
      Faults faults,
      QuotaGate quotas,
      RequestLog requests,
      Seed seed,
      JsonNode nodes,
      BiPredicate<AccountData, JsonNode> nextSync) {
    this.store = store;
    this.faults = faults;
    this.quotas = quotas;
    this.requests = requests;
    this.seed = seed;
    this.nodes = nodes;
    this.nextSync = nextSync;
  }

  /// Replaces the fault rules: a JSON list of `{match, then}`; an empty list ends all faults.
  public void faults(JsonNode rules) {
    faults.set(rules);
  }

  /// Replaces the quotas, as `{"requestsPerHour": 500, "setupTestsPerMinute": 5}`; an empty object
  /// lifts all.
  public void quotas(JsonNode limits) {
    quotas.set(LIMITS.checked("", limits));
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

  /// The account's time, as the API writes it.
  public String now() {
    return store.run(AccountData::now);
  }

  /// Makes the account and its clock as new, with the seed it was started with, and forgets faults,
  /// quotas and requests.
  public void reset() {
    store.change(seed::replant);
    mergeAccount(nodes);
    faults.set(JsonNodeFactory.instance.arrayNode());
    quotas.set(JsonNodeFactory.instance.objectNode());
    requests.clear();
  }

  /// Makes the account as new, with these nodes laid over it in place of the seed.
  ///
  /// @throws IllegalArgumentException in words, when they are no nodes of an account
  public void begin(JsonNode other) {
    store.change(seed::replant);
    try {
      mergeAccount(other);
    } catch (ApiError refused) {
      throw new IllegalArgumentException(refused.text(), refused);
    }
  }

  /// A copy of the account as `{collection: {id: node}}`, secrets as fingerprints. A snapshot for
  /// [#replaceAccount], also of another simulator.
  public ObjectNode account() {
    return store.run(AccountData::toJson).deepCopy();
  }

  /// Replaces the whole account by what [#account] gave, or by a hand-made one in that shape.
  ///
  /// Without the collection `account` the account stays whose it is.
  public void replaceAccount(JsonNode json) {
    var replacement = AccountCheck.checked(json, false).deepCopy();
    store.change(account -> {
      if (!replacement.has(ACCOUNT)) {
        replacement.putObject(ACCOUNT).set("info", account.info());
        account
            .userId()
            .ifPresent(owner ->
                account
                    .find(AccountData.USERS, owner)
                    .ifPresent(user ->
                        replacement.withObjectProperty(AccountData.USERS).set(owner, user)));
      }
      account.replaceBy(replacement);
    });
  }

  /// Lays nodes over the account: objects merge, null removes (RFC 7396). So one source, or one
  /// connection, can be seeded without the rest.
  public void mergeAccount(JsonNode json) {
    var patch = AccountCheck.checked(json, true);
    store.change(account ->
        account.replaceBy(
            AccountCheck.checked(MergePatch.applied(account.toJson(), patch), false)));
  }

  /// The requests answered so far, oldest first, at most the last 10,000.
  public List<RequestRecord> requests() {
    return requests.all();
  }

  public void forgetRequests() {
    requests.clear();
  }
}
