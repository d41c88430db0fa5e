package dev.ftctl.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.AccountData;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A fresh simulator with a client, and ways to put things into its account.
public final class SandboxCase implements AutoCloseable {
  public final Sandbox sandbox;
  public final ApiClient api;

  public SandboxCase() {
    try {
      sandbox = Sandbox.start(SandboxOptions.inMemory());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    api = new ApiClient(sandbox.url());
  }

  /// The user who owns the key.
  public String owner() {
    return api.get("/account/info").data().path("user_id").asText();
  }

  /// A user invited by that address; gives the id.
  public String user(String email) {
    var body = "{'email':'%s','given_name':'Ana','family_name':'Ruiz'}".formatted(email);
    return api.post("/users", json(body)).data().path("id").asText();
  }

  public String team(String name) {
    return api.post("/teams", json("{'name':'" + name + "'}")).data().path("id").asText();
  }

  /// Plants a group without asking the API for it.
  public String group(String id) {
    return plant(AccountData.GROUPS, id, json("{'id':'" + id + "','name':'" + id + "'}"));
  }

  /// Plants a connection whose setup tests have passed.
  public String connected(String id, String service, String schema) {
    var node =
        """
        {'id':'%s','service':'%s','schema':'%s','config':{'host':'db.example.com','database':'app'},
         'status':{'setup_state':'connected'}}\
        """
            .formatted(id, service, schema);
    return plant(AccountData.CONNECTIONS, id, json(node));
  }

  /// Plants any node, and gives its id back.
  public String plant(String collection, String id, String node) {
    var account = sandbox.control().account();
    members(account, collection).set(id, parsed(node));
    sandbox.control().replaceAccount(account);
    return id;
  }

  private static ObjectNode members(ObjectNode account, String collection) {
    if (!account.has(collection)) {
      account.set(collection, JsonNodeFactory.instance.objectNode());
    }
    return account.withObjectProperty(collection);
  }

  public static ObjectNode parsed(String text) {
    try {
      return (ObjectNode) ApiClient.JSON.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /// JSON written with single quotes, to keep tests readable.
  public static String json(String text) {
    return text.replace('\'', '"');
  }

  @Override
  public void close() {
    api.close();
    sandbox.close();
  }
}
