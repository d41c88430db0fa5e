package dev.ftctl.sandbox.networking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.config.Keys;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Families;
import dev.ftctl.sandbox.store.Fingerprints;
import java.util.List;

/// `/proxy`. An agent's secrets are told when they are made, and never again; who has it in use,
/// connections and destinations tell.
///
/// What the sources say: fivetran-quirks 2.17.
public final class ProxyRoutes implements Routes {
  private static final Attachment SORT = Attachment.PROXY_AGENT;
  private static final String FAMILY = "proxy";
  private static final String ALL = "/proxy";
  private static final String ONE = "/proxy/{agentId}";

  @Override
  public void addTo(RouteTable table) {
    table.get(ALL, this::list);
    table.post(ALL, this::create);
    table.get(ONE, this::details);
    table.delete(ONE, this::delete);
    table.get(ONE + "/connections", this::connections);
    table.post(ONE + "/regenerate-secrets", this::regenerate);
  }

  private Reply list(Call call) {
    var account = call.account();
    return Reply.ok(
        "Proxy agent retrieved successfully",
        call.page()
            .of(
                SORT.all(account),
                agent -> {
                  var id = agent.path("id").asText();
                  return agent
                      .put("connector_count", users(call, AccountData.CONNECTIONS, id).size())
                      .put("destination_count", users(call, AccountData.DESTINATIONS, id).size());
                }));
  }

  private Reply create(Call call) {
    var account = call.account();
    var name = call.required("display_name");
    var region = call.text("group_region").orElse(Regions.FIRST);
    if (!Regions.haveProxies(region)) {
      throw ApiError.invalid("Group region not supported.");
    }
    var families = new Families(account);
    if (families.haveUniqueNames(FAMILY, true)
        && SORT.all(account).stream()
            .anyMatch(each -> each.path("display_name").asText().equals(name))) {
      throw ApiError.conflict("Proxy agent with same name already exists.");
    }
    var agent = JsonNodeFactory.instance.objectNode();
    agent.put("id", account.newId()).put("display_name", name).put("region", region);
    agent.put("registered_at", account.now()).put("created_by", account.actorId());
    agent.put("status", families.connect(FAMILY) ? "CONNECTED" : "NOT_CONNECTED");
    return Reply.created("Proxy agent has been created", withSecrets(call, agent));
  }

  private Reply details(Call call) {
    var agent = SORT.get(call.account(), call.param("agentId"));
    var usage = agent.putArray("usage");
    for (var users : List.of(AccountData.CONNECTIONS, AccountData.DESTINATIONS)) {
      users(call, users, call.param("agentId")).forEach(user -> usage.add(Usage.of(user, "id")));
    }
    return Reply.ok("Proxy agent details retrieved successfully", agent);
  }

  private Reply delete(Call call) {
    var id = call.param("agentId");
    SORT.get(call.account(), id);
    if (!users(call, AccountData.CONNECTIONS, id).isEmpty()
        || !users(call, AccountData.DESTINATIONS, id).isEmpty()) {
      throw ApiError.conflict("Proxy agent have attached connections.");
    }
    call.account().remove(SORT.collection(), id);
    return Reply.done("Agent " + id + " successfully deleted");
  }

  private Reply connections(Call call) {
    var id = call.param("agentId");
    SORT.get(call.account(), id);
    return Reply.ok(
        "Proxy agent connections retrieved successfully",
        call.page()
            .of(
                users(call, AccountData.CONNECTIONS, id),
                user ->
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("connection_id", user.path("id").asText())));
  }

  private Reply regenerate(Call call) {
    var id = call.param("agentId");
    SORT.get(call.account(), id);
    var agent = call.account().find(SORT.collection(), id).orElseThrow().deepCopy().put("id", id);
    return Reply.ok("Proxy agent secrets have been regenerated", withSecrets(call, agent));
  }

  /// Keeps the agent with new secrets, and tells them.
  private static ObjectNode withSecrets(Call call, ObjectNode agent) {
    var id = agent.path("id").asText();
    var token = Keys.secret(call.account());
    agent.put("_auth_token", Fingerprints.fingerprint(token));
    call.account().put(SORT.collection(), id, agent);
    return JsonNodeFactory.instance
        .objectNode()
        .put("agent_id", id)
        .put("auth_token", token)
        .put("client_cert", Keys.pem("CERTIFICATE", Keys.secret(call.account())))
        .put("client_private_key", Keys.pem("PRIVATE KEY", Keys.secret(call.account())))
        .put("orchestrator_host", "orchestrator.sandbox.test")
        .put("orchestrator_port", 443);
  }

  private static List<ObjectNode> users(Call call, String users, String id) {
    return SORT.users(call.account(), users, id);
  }
}
