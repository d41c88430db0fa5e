package dev.ftctl.sandbox.others;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.FieldType;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.config.FieldRules;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The connector services that there are and the trees of their properties, as far as the catalogue
/// knows (fivetran-quirks 2.12): titles and descriptions of properties, and features, it doesn't.
public final class MetadataRoutes implements Routes {
  /// Not in the document; clients know `development`, `private_preview`, `general_availability` and
  /// `sunset` (go-fivetran 1.3.4).
  private static final String FIELD_STATUS = "fieldStatus";

  private static final String AVAILABLE = "general_availability";
  private static final String MESSAGE = "Connector metadata retrieved successfully";

  @Override
  public void addTo(RouteTable table) {
    table.get("/public/connector-types", this::everything);
    table.get("/metadata/connector-types", this::list);
    table.get("/metadata/connector-types/{service}", this::details);
  }

  /// All services in one answer; asks for no credentials.
  private Reply everything(Call call) {
    var data = JsonNodeFactory.instance.objectNode();
    var items = data.putArray("items");
    for (var service : call.account().catalog().connectionServices()) {
      items
          .addObject()
          .put("id", service)
          .put("name", ServiceNames.name(service))
          .put("type", ServiceNames.type(facts(call, service)));
    }
    return Reply.ok(MESSAGE, data);
  }

  private Reply list(Call call) {
    var services = List.copyOf(call.account().catalog().connectionServices());
    return Reply.ok(
        "Connectors list retrieved successfully",
        call.page().of(services, service -> head(facts(call, service))));
  }

  private Reply details(Call call) {
    var facts = facts(call, call.param("service"));
    var data = head(facts);
    data.set("config", config(facts));
    seededStatuses(call, facts, data.path("config").path("properties"));
    if (!facts.auth().isEmpty()) {
      data.set("auth", object(facts.auth().values(), Set.of()));
    }
    return Reply.ok("Connector configuration retrieved successfully", data);
  }

  /// The catalogue knows no statuses: what isn't available to all, the account's collection
  /// `field_statuses` says, as `{"google_ads": {"reports": "sunset"}}`.
  private static void seededStatuses(Call call, ServiceFacts facts, JsonNode properties) {
    call.account()
        .find("field_statuses", facts.service())
        .ifPresent(statuses ->
            statuses
                .properties()
                .forEach(status -> {
                  if (properties.path(status.getKey()) instanceof ObjectNode property) {
                    property.set(FIELD_STATUS, status.getValue());
                  }
                }));
  }

  private static ServiceFacts facts(Call call, String service) {
    return call.account()
        .catalog()
        .connection(service)
        .orElseThrow(() ->
            ApiError.notFound("NotFound_Service", "Cannot find connector type '" + service + "'"));
  }

  private static ObjectNode head(ServiceFacts facts) {
    var head = JsonNodeFactory.instance.objectNode();
    var name = ServiceNames.name(facts.service());
    var icon = ServiceNames.icon(facts.service());
    head.put("id", facts.service()).put("name", name).put("type", ServiceNames.type(facts));
    head.put("description", "Data from " + name).put("icon_url", icon);
    head.put("link_to_docs", ServiceNames.page(facts)).put("link_to_erd", "");
    head.putArray("icons").add(icon);
    head.putArray("supported_features");
    return head.put("connector_class", "standard").put("service_status", AVAILABLE);
  }

  private static ObjectNode config(ServiceFacts facts) {
    var config = object(facts.config().values(), facts.immutableConfig());
    var properties = config.withObjectProperty("properties");
    facts
        .namingKeys()
        .forEach(key ->
            properties
                .putObject(key)
                .put("type", "string")
                .put("readonly", false)
                .put("immutable", true)
                .put(FIELD_STATUS, AVAILABLE));
    ArrayNode required = config.putArray("required");
    facts.naming().keys().forEach(required::add);
    return config;
  }

  private static ObjectNode object(Collection<FieldFacts> fields, Set<String> immutable) {
    var object = JsonNodeFactory.instance.objectNode().put("type", "object");
    var properties = object.putObject("properties");
    fields.forEach(
        field -> properties.set(field.name(), node(field, immutable.contains(field.name()))));
    return object;
  }

  private static ObjectNode node(FieldFacts field, boolean isImmutable) {
    var node =
        switch (field.type()) {
          case TEXT, ENUM -> typed("string");
          case INTEGER -> typed("integer");
          case NUMBER -> typed("number");
          case BOOLEAN -> typed("boolean");
          case OBJECT, FREE -> object(field.fields().values(), Set.of());
          case TEXT_LIST -> list(enumerated(typed("string"), field));
          case INTEGER_LIST -> list(typed("integer"));
          case OBJECT_LIST -> list(object(field.fields().values(), Set.of()));
        };
    if (field.type() == FieldType.ENUM) {
      enumerated(node, field);
    }
    if (field.secret() && field.fields().isEmpty()) {
      node.put("format", "password");
    }
    node.put("readonly", field.readOnly()).put("nullable", FieldRules.isNullable(field.type()));
    return node.put("immutable", isImmutable).put(FIELD_STATUS, AVAILABLE);
  }

  private static ObjectNode typed(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static ObjectNode list(ObjectNode item) {
    return typed("array").set("items", item);
  }

  private static ObjectNode enumerated(ObjectNode node, FieldFacts field) {
    if (!field.enumValues().isEmpty()) {
      field.enumValues().forEach(node.putArray("enum")::add);
    }
    return node;
  }
}
