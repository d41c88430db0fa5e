package dev.ftctl.sandbox.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Families;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.sandbox.store.Nodes;
import java.util.List;

/// `/external-secrets-managers`. Its refusals are 400 `BadRequest`, as the API document's examples
/// have them.
///
/// What the sources say: fivetran-quirks 2.20.
public final class SecretsManagerRoutes implements Routes {
  private static final Attachment SORT = Attachment.SECRETS_MANAGER;
  private static final String FAMILY = "external-secrets-managers";
  private static final String ALL = "/external-secrets-managers";
  private static final String ONE = "/external-secrets-managers/{esmId}";
  private static final String READ = "Operation performed successfully";

  @Override
  public void addTo(RouteTable table) {
    table.get(ALL, this::list);
    table.post(ALL, this::create);
    table.get(ONE, this::details);
    table.patch(ONE, this::change);
    table.delete(ONE, this::delete);
  }

  private Reply list(Call call) {
    return Reply.ok(
        READ,
        call.page().of(SORT.all(call.account()), manager -> manager.without(List.of("config"))));
  }

  private Reply create(Call call) {
    var account = call.account();
    var type = required(call, "type");
    var name = required(call, "name");
    var manager = JsonNodeFactory.instance.objectNode();
    var hybrid = call.bool("is_hybrid_deployment").orElse(false);
    manager.put("id", account.newId()).put("type", type).put("name", name);
    manager.put("is_hybrid_deployment", hybrid);
    configure(call, manager);
    if (new Families(account).haveUniqueNames(FAMILY, true)
        && SORT.all(account).stream().anyMatch(each -> each.path("name").asText().equals(name))) {
      throw ApiError.badRequest(
          "External Secrets Manager with '" + name + "' name already exists.");
    }
    manager.put("created_at", account.now()).put("updated_at", account.now());
    return Reply.created("External Secrets Manager has been created", kept(call, manager));
  }

  private Reply details(Call call) {
    return Reply.ok(READ, shown(SORT.get(call.account(), call.param("esmId"))));
  }

  /// The whole config is sent anew; nothing else changes.
  private Reply change(Call call) {
    var manager = SORT.get(call.account(), call.param("esmId"));
    configure(call, manager);
    manager.put("updated_at", call.account().now());
    return Reply.ok("Resource updated successfully", kept(call, manager));
  }

  private Reply delete(Call call) {
    var account = call.account();
    var id = call.param("esmId");
    SORT.get(account, id);
    var connections = SORT.users(account, AccountData.CONNECTIONS, id).size();
    var destinations = SORT.users(account, AccountData.DESTINATIONS, id).size();
    if (connections + destinations > 0) {
      throw ApiError.badRequest(
          "Failed to delete External Secrets Manager with '%s' id, because it is used by"
                  .formatted(id)
              + " %d connection(s) and %d destination(s).".formatted(connections, destinations));
    }
    account.remove(SORT.collection(), id);
    return Reply.done("External Secrets Manager '" + id + "' has been deleted.");
  }

  private static void configure(Call call, ObjectNode manager) {
    if (!(call.body().path("config") instanceof ObjectNode sent)) {
      throw ApiError.badRequest("ESM config is required.");
    }
    var members =
        ManagerMembers.of(
            manager.path("type").asText(), manager.path("is_hybrid_deployment").asBoolean());
    manager.set("config", members.checked(sent, manager.path("id").asText()));
  }

  private static ObjectNode kept(Call call, ObjectNode manager) {
    call.account().put(SORT.collection(), manager.path("id").asText(), manager);
    return manager;
  }

  /// A seed may hold its secret in clear.
  private static ObjectNode shown(ObjectNode manager) {
    var config = manager.withObjectProperty("config");
    Nodes.text(config, "secret_id").ifPresent(secret -> config.put("secret_id", Fingerprints.MASK));
    return manager;
  }

  private static String required(Call call, String field) {
    return call.text(field)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> ApiError.badRequest("Field '" + field + "' is required."));
  }
}
