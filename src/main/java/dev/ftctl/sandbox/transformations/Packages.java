package dev.ftctl.sandbox.transformations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.AccountData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The Quickstart packages: some that are always there, each of a service of its name, with two
/// models; and what the account's collection `transformation_packages` has, by id, over or beside
/// them: `{"stripe": {"version": "2.0.0", "configurable_variables": {…}}}`.
final class Packages {
  static final String VERSION = "1.0.0";

  private static final String COLLECTION = "transformation_packages";
  private static final List<String> KNOWN =
      List.of(
          "asana",
          "facebook_ads",
          "github",
          "google_ads",
          "hubspot",
          "intercom",
          "jira",
          "klaviyo",
          "marketo",
          "netsuite",
          "quickbooks",
          "salesforce",
          "shopify",
          "stripe",
          "xero",
          "zendesk");

  private Packages() {}

  static List<ObjectNode> all(AccountData account) {
    var all = new LinkedHashMap<String, ObjectNode>();
    KNOWN.forEach(name -> all.put(name, made(name)));
    account
        .entries(COLLECTION)
        .forEach((id, said) -> all.computeIfAbsent(id, Packages::made).setAll(said.deepCopy()));
    return new ArrayList<>(all.values());
  }

  static Optional<ObjectNode> find(AccountData account, String name) {
    return all(account).stream()
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst();
  }

  /// The package for connections of a service, where the request names none.
  static Optional<ObjectNode> ofService(AccountData account, String service) {
    return all(account).stream().filter(each -> takes(each, service)).findFirst();
  }

  static boolean takes(JsonNode metadata, String service) {
    return has(metadata.path("connector_types"), service);
  }

  static boolean has(JsonNode list, String text) {
    return list.valueStream().anyMatch(each -> each.asText().equals(text));
  }

  private static ObjectNode made(String name) {
    var metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("id", name).put("name", name).put("version", VERSION);
    metadata.putArray("connector_types").add(name);
    metadata.putArray("output_model_names").add(name + "__overview").add(name + "__daily_overview");
    metadata.putObject("configurable_variables");
    return metadata;
  }
}
