package dev.ftctl.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// `/public/connector-types`: the services that there are, all in one answer, without credentials.
final class MetadataRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {
    table.get("/public/connector-types", this::services);
  }

  private Reply services(Call call) {
    var data = JsonNodeFactory.instance.objectNode();
    var items = data.putArray("items");
    for (var service : call.account().catalog().connectionServices()) {
      items.addObject().put("id", service).put("name", service);
    }
    return Reply.ok("Connector metadata retrieved successfully", data);
  }
}
