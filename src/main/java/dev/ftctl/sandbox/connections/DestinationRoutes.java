package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.config.Keys;
import dev.ftctl.sandbox.config.SetupState;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.QuotaGate;

/// `/destinations`. A destination's id is its group's id, and a group has at most one.
public final class DestinationRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {
    table.get("/destinations", this::list);
    table.post("/destinations", this::create);
    table.get("/destinations/{destinationId}", this::details);
    table.patch("/destinations/{destinationId}", this::modify);
    table.delete("/destinations/{destinationId}", this::delete);
    table.post("/destinations/{destinationId}/test", this::test);
  }

  private Reply list(Call call) {
    var page =
        call.page().of(call.account().all(AccountData.DESTINATIONS), DestinationRoutes::item);
    return Reply.ok("Destinations list retrieved successfully", page);
  }

  private Reply create(Call call) {
    var group = call.required("group_id");
    var service = call.required("service");
    var account = call.account();
    // The text says destination though the group is what is missing, as in the OpenAPI document's
    // example.
    if (account.find(AccountData.GROUPS, group).isEmpty()) {
      throw ApiError.notFound("NotFound", "Destination with id " + group + " not found");
    }
    var facts =
        account
            .catalog()
            .destination(service)
            .orElseThrow(() -> ApiError.invalid("Unsupported service '" + service + "'"));
    call.required("time_zone_offset");
    if (account.find(AccountData.DESTINATIONS, group).isPresent()) {
      throw ApiError.conflict("Destination for group '" + group + "' already exists");
    }
    var destination = DestinationDraft.fresh(group, service);
    DestinationDraft.of(call, destination, facts).create();
    LinkAddress.into(account, destination);
    var answer = tested(call, destination, facts);
    account.put(AccountData.DESTINATIONS, group, destination);
    return Reply.created("Destination has been created", shown(call, answer));
  }

  private Reply details(Call call) {
    return Reply.ok("Destination details retrieved successfully", shown(call, existing(call)));
  }

  private Reply modify(Call call) {
    var destination = existing(call).deepCopy();
    var facts = facts(call, destination);
    DestinationDraft.of(call, destination, facts).modify();
    LinkAddress.into(call.account(), destination);
    var answer = tested(call, destination, facts);
    call.account().put(AccountData.DESTINATIONS, call.param("destinationId"), destination);
    return Reply.ok("Destination has been updated", shown(call, answer));
  }

  private Reply delete(Call call) {
    existing(call);
    var id = call.param("destinationId");
    call.account().remove(AccountData.DESTINATIONS, id);
    TrustRoutes.forget(call.account(), id);
    return Reply.done("Destination with id '" + id + "' has been deleted");
  }

  private Reply test(Call call) {
    var destination = existing(call).deepCopy();
    var answer = withTests(call, destination, facts(call, destination));
    call.account().put(AccountData.DESTINATIONS, call.param("destinationId"), destination);
    return Reply.ok("Setup tests have been completed", shown(call, answer));
  }

  /// Runs the setup tests when the request asks for them: by default no, unlike connections, since
  /// the API document gives no default.
  private static ObjectNode tested(Call call, ObjectNode destination, ServiceFacts facts) {
    return call.bool("run_setup_tests").orElse(false)
        ? withTests(call, destination, facts)
        : destination;
  }

  /// Sets the destination's status by its setup tests; gives back a copy that carries their
  /// results.
  private static ObjectNode withTests(Call call, ObjectNode destination, ServiceFacts facts) {
    call.account().spend(QuotaGate.Quota.SETUP_TESTS_PER_MINUTE);
    call.account().spend(QuotaGate.Quota.SETUP_TESTS_PER_HOUR);
    var outcome =
        SetupTests.judged(
            call.account(),
            Reach.through(
                call.account(),
                destination,
                SetupTests.ofDestination(
                    facts, destination, Trust.of(call, destination.path("id").asText()))));
    var before = destination.path("setup_status").asText();
    destination.put("setup_status", SetupState.after(before, outcome.passed()));
    var answer = destination.deepCopy();
    answer.set("setup_tests", outcome.items());
    return answer;
  }

  private static ObjectNode existing(Call call) {
    return existing(call.account(), call.param("destinationId"));
  }

  static ObjectNode existing(AccountData account, String id) {
    return account
        .find(AccountData.DESTINATIONS, id)
        .orElseThrow(() ->
            ApiError.notFound(
                "NotFound_Destination", "Destination with id '" + id + "' does not exist."));
  }

  private static ServiceFacts facts(Call call, ObjectNode destination) {
    return call.account().catalog().destination(destination.path("service").asText()).orElseThrow();
  }

  private static ObjectNode item(ObjectNode destination) {
    return destination.deepCopy().without(java.util.List.of("config", "setup_tests"));
  }

  /// Answers in version 1 call BigQuery's `data_set_location` `location`.
  private static ObjectNode shown(Call call, ObjectNode destination) {
    var copy = destination.deepCopy();
    var config = copy.withObjectProperty("config");
    if (config.hasNonNull("tunnel_host")) {
      config.put("public_key", Keys.sshPublicKey(copy.path("group_id").asText()));
    }
    if (!call.version2() && config.has("data_set_location")) {
      config.set("location", config.remove("data_set_location"));
    }
    return copy;
  }
}
