package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.AccountData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What connections and destinations name by an id. Whoever seeds the account puts it into these
/// collections, each with the members that matter; [AttachmentShapes] has the others. Members with
/// an underscore before their name are never answered.
public enum Attachment {
  PROXY_AGENT(
      "proxy_agents", "proxy_agent_id", "Proxy Agent not found.", AttachmentShapes::proxyAgent),
  HYBRID_AGENT(
      "hybrid_deployment_agents",
      "hybrid_deployment_agent_id",
      "Hybrid deployment agent with id '%s' does not exist.",
      AttachmentShapes::hybridAgent),
  PRIVATE_LINK(
      "private_links",
      "private_link_id",
      "Private link with id '%s' does not exist.",
      AttachmentShapes::privateLink),
  SECRETS_MANAGER(
      "external_secrets_managers",
      "external_secrets_manager_id",
      "External Secrets Manager with '%s' id is not found.",
      AttachmentShapes::secretsManager);

  private final String collection;
  private final String field;
  private final String missing;
  private final Supplier<ObjectNode> shape;

  Attachment(String collection, String field, String missing, Supplier<ObjectNode> shape) {
    this.collection = collection;
    this.field = field;
    this.missing = missing;
    this.shape = shape;
  }

  /// All of them, in the order of the seed.
  public List<ObjectNode> all(AccountData account) {
    return account.entries(collection).entrySet().stream()
        .map(entry -> whole(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// The one of that id, or 404: of hybrid agents clients know the code, of the others the document
  /// has examples with the plain one, or nothing.
  public ObjectNode get(AccountData account, String id) {
    return account.find(collection, id).map(node -> whole(id, node)).orElseThrow(() -> missing(id));
  }

  /// The refusal of an id that nothing has.
  public ApiError missing(String id) {
    return ApiError.notFound(code(), missing.formatted(id));
  }

  public String collection() {
    return collection;
  }

  /// Refuses an id that a request gives a connection or destination and nothing has. The document
  /// lists 404 for those requests.
  static void mustExist(AccountData account, String field, String id) {
    Arrays.stream(values())
        .filter(sort -> sort.field.equals(field))
        .forEach(sort -> sort.get(account, id));
  }

  /// The connections, or the destinations, that name the one of that id.
  public List<ObjectNode> users(AccountData account, String users, String id) {
    return account.all(users).stream()
        .filter(each -> each.path(field).asText().equals(id))
        .toList();
  }

  private String code() {
    return this == HYBRID_AGENT ? "NotFound_RemoteExecutionAgent" : "NotFound";
  }

  /// The one of that id as it is answered, with values for what is not stored.
  public ObjectNode whole(String id, ObjectNode stored) {
    var whole = JsonNodeFactory.instance.objectNode().put("id", id);
    whole.setAll(shape.get());
    whole.setAll(stored.deepCopy());
    return whole.remove(
        whole.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> name.startsWith("_"))
            .toList());
  }
}
