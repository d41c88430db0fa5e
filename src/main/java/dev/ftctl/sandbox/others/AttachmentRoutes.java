package dev.ftctl.sandbox.others;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.sandbox.store.Nodes;
import java.util.List;
import java.util.function.Function;

/// `/proxy`, `/hybrid-deployment-agents`, `/private-links`, `/external-secrets-managers`: lists and
/// details of what the account was seeded with. The simulator makes, changes and removes none.
public final class AttachmentRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {
    table.get("/proxy", this::proxyAgents);
    table.get("/proxy/{id}", this::proxyAgent);
    table.get("/hybrid-deployment-agents", this::hybridAgents);
    table.get("/hybrid-deployment-agents/{id}", this::hybridAgent);
    table.get("/private-links", this::privateLinks);
    table.get("/private-links/{id}", this::privateLink);
    table.get("/external-secrets-managers", this::secretsManagers);
    table.get("/external-secrets-managers/{id}", this::secretsManager);
  }

  private Reply proxyAgents(Call call) {
    return list(
        call,
        Attachment.PROXY_AGENT,
        "Proxy agent retrieved successfully",
        agent -> {
          var id = agent.path("id").asText();
          return agent
              .put(
                  "connector_count",
                  users(call, Attachment.PROXY_AGENT, AccountData.CONNECTIONS, id))
              .put(
                  "destination_count",
                  users(call, Attachment.PROXY_AGENT, AccountData.DESTINATIONS, id));
        });
  }

  private static int users(Call call, Attachment sort, String users, String id) {
    return sort.users(call.account(), users, id).size();
  }

  private Reply proxyAgent(Call call) {
    var agent = one(call, Attachment.PROXY_AGENT);
    var usage = JsonNodeFactory.instance.arrayNode();
    for (var users : List.of(AccountData.CONNECTIONS, AccountData.DESTINATIONS)) {
      Attachment.PROXY_AGENT
          .users(call.account(), users, call.param("id"))
          .forEach(user -> usage.add(usage(user, "id")));
    }
    return Reply.ok("Proxy agent details retrieved successfully", agent.set("usage", usage));
  }

  /// This filter alone is spelt `groupId`.
  private Reply hybridAgents(Call call) {
    var group = call.query("groupId");
    var asked =
        Attachment.HYBRID_AGENT.all(call.account()).stream()
            .filter(each -> group.isEmpty() || each.path("group_id").asText().equals(group.get()))
            .toList();
    return Reply.ok(
        "Hybrid deployment agents retrieved successfully",
        call.page().of(asked, agent -> withUsage(call, agent)));
  }

  private Reply hybridAgent(Call call) {
    return Reply.ok(
        "Hybrid deployment agent details retrieved successfully",
        withUsage(call, one(call, Attachment.HYBRID_AGENT)));
  }

  private static ObjectNode withUsage(Call call, ObjectNode agent) {
    var usage = agent.putArray("usage");
    Attachment.HYBRID_AGENT
        .users(call.account(), AccountData.CONNECTIONS, agent.path("id").asText())
        .forEach(user -> usage.add(usage(user, "connection_id")));
    return agent;
  }

  /// A destination has no schema.
  private static ObjectNode usage(ObjectNode user, String idName) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(idName, user.path("id").asText())
        .put("schema", Nodes.text(user, "schema").orElse(null))
        .put("service", user.path("service").asText());
  }

  private Reply privateLinks(Call call) {
    return list(
        call, Attachment.PRIVATE_LINK, "Private links retrieved successfully", link -> link);
  }

  private Reply privateLink(Call call) {
    return Reply.ok(
        "Private link details retrieved successfully", one(call, Attachment.PRIVATE_LINK));
  }

  private Reply secretsManagers(Call call) {
    return list(
        call,
        Attachment.SECRETS_MANAGER,
        "Operation performed successfully",
        manager -> manager.without(List.of("config")));
  }

  private Reply secretsManager(Call call) {
    var manager = one(call, Attachment.SECRETS_MANAGER);
    var config = manager.withObjectProperty("config");
    Nodes.text(config, "secret_id").ifPresent(secret -> config.put("secret_id", Fingerprints.MASK));
    return Reply.ok("Operation performed successfully", manager);
  }

  private static Reply list(
      Call call, Attachment sort, String message, Function<ObjectNode, ? extends JsonNode> item) {
    return Reply.ok(message, call.page().of(sort.all(call.account()), item));
  }

  private static ObjectNode one(Call call, Attachment sort) {
    return sort.get(call.account(), call.param("id"));
  }
}
