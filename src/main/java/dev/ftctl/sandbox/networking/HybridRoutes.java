package dev.ftctl.sandbox.networking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.config.Keys;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Families;
import dev.ftctl.sandbox.store.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// `/hybrid-deployment-agents`. What an agent needs to log in is told when it is made, and never
/// again: a token, or files for `auth_type: MANUAL`.
///
/// What the sources say: fivetran-quirks 2.18.
public final class HybridRoutes implements Routes {
  private static final Attachment SORT = Attachment.HYBRID_AGENT;
  private static final String FAMILY = "hybrid-deployment-agents";
  private static final String ALL = "/hybrid-deployment-agents";
  private static final String ONE = "/hybrid-deployment-agents/{agentId}";
  private static final List<String> ENVIRONMENTS =
      List.of("DOCKER", "PODMAN", "KUBERNETES", "SNOWPARK");

  @Override
  public void addTo(RouteTable table) {
    table.get(ALL, this::list);
    table.post(ALL, this::create);
    table.get(ONE, this::details);
    table.delete(ONE, this::delete);
    table.patch(ONE + "/re-auth", this::authorizeAgain);
    // The official Go client's way.
    table.post(ONE + "/re-auth", this::authorizeAgain);
    table.post(ONE + "/reset-credentials", this::reset);
  }

  /// This filter alone is spelt `groupId`.
  private Reply list(Call call) {
    var group = call.query("groupId");
    var asked =
        SORT.all(call.account()).stream()
            .filter(each -> group.isEmpty() || each.path("group_id").asText().equals(group.get()))
            .toList();
    return Reply.ok(
        "Hybrid deployment agents retrieved successfully",
        call.page().of(asked, agent -> withUsage(call, agent)));
  }

  private Reply details(Call call) {
    return Reply.ok(
        "Hybrid deployment agent details retrieved successfully",
        withUsage(call, SORT.get(call.account(), call.param("agentId"))));
  }

  private static ObjectNode withUsage(Call call, ObjectNode agent) {
    var usage = agent.putArray("usage");
    SORT.users(call.account(), AccountData.CONNECTIONS, agent.path("id").asText())
        .forEach(user -> usage.add(Usage.of(user, "connection_id")));
    return agent;
  }

  private Reply create(Call call) {
    var account = call.account();
    var name = call.required("display_name");
    var environment = call.required("env_type");
    if (!ENVIRONMENTS.contains(environment)) {
      throw ApiError.invalid("Invalid value '" + environment + "' for field 'env_type'");
    }
    if (!call.bool("accept_terms").orElse(false)) {
      throw ApiError.invalid("Field 'accept_terms' must be true");
    }
    var group = call.required("group_id");
    Existing.group(account, group);
    var families = new Families(account);
    if (families.haveUniqueNames(FAMILY, false)
        && SORT.all(account).stream()
            .anyMatch(each ->
                each.path("group_id").asText().equals(group)
                    && each.path("display_name").asText().equals(name))) {
      throw ApiError.conflict("Hybrid deployment agent '" + name + "' already exists");
    }
    var agent = JsonNodeFactory.instance.objectNode();
    agent.put("id", account.newId()).put("display_name", name).put("group_id", group);
    agent.put("deployment_type", environment).put("online", families.connect(FAMILY));
    agent.put("registered_at", account.now()).put("created_by", account.actorId());
    agent.put("updated_at", account.now()).putNull("last_used_at");
    return Reply.created("Hybrid deployment agent has been created", authorized(call, agent));
  }

  private Reply delete(Call call) {
    var account = call.account();
    var id = call.param("agentId");
    SORT.get(account, id);
    var connections = SORT.users(account, AccountData.CONNECTIONS, id).size();
    var destinations = SORT.users(account, AccountData.DESTINATIONS, id).size();
    if (connections + destinations > 0) {
      throw ApiError.conflict(
          "Hybrid deployment agent with id '%s' is used by %d connection(s) and %d destination(s)"
              .formatted(id, connections, destinations));
    }
    account.remove(SORT.collection(), id);
    return Reply.done("Hybrid deployment agent with id = " + id + " has been deleted.");
  }

  private Reply authorizeAgain(Call call) {
    return Reply.ok(
        "Hybrid deployment agent re-authentication successful", authorized(call, stored(call)));
  }

  /// Tells nothing: what it made, the agent learns by itself.
  private Reply reset(Call call) {
    var agent = stored(call);
    agent.put("_secret", Fingerprints.fingerprint(Keys.secret(call.account())));
    call.account().put(SORT.collection(), call.param("agentId"), agent);
    return Reply.done(
        "Successfully reset credentials the agent with id = " + call.param("agentId"));
  }

  private static ObjectNode stored(Call call) {
    var id = call.param("agentId");
    SORT.get(call.account(), id);
    var agent = call.account().find(SORT.collection(), id).orElseThrow().deepCopy();
    return agent.put("id", id).put("updated_at", call.account().now());
  }

  /// Keeps the agent with a new login, and tells both.
  private static ObjectNode authorized(Call call, ObjectNode agent) {
    var secret = Keys.secret(call.account());
    agent.put("_secret", Fingerprints.fingerprint(secret));
    var id = agent.path("id").asText();
    call.account().put(SORT.collection(), id, agent);
    var answer = SORT.whole(id, agent);
    switch (call.text("auth_type").orElse("AUTO")) {
      case "AUTO" -> answer.put("token", base64(secret));
      case "MANUAL" ->
          answer
              .putObject("files")
              .put("config_json", base64("{\"agent_id\": \"" + id + "\"}"))
              .put("auth_json", base64("{\"secret\": \"" + secret + "\"}"))
              .put("docker_compose_yaml", base64("services: {agent: {image: agent}}\n"));
      case String other ->
          throw ApiError.invalid("Invalid value '" + other + "' for field 'auth_type'");
    }
    return answer;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
