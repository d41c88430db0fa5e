package dev.ftctl.sandbox.transformations;

import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import java.util.function.Function;

/// `/transformations/package-metadata`: what there is to transform with, without code of one's own.
public final class PackageRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {
    table.get("/transformations/package-metadata", this::list);
    table.get("/transformations/package-metadata/{packageId}", this::details);
  }

  private Reply list(Call call) {
    var found =
        Packages.all(call.account()).stream()
            .filter(each -> call.query("name").map(each.path("name").asText()::equals).orElse(true))
            .filter(each ->
                call.query("service").map(service -> Packages.takes(each, service)).orElse(true))
            .toList();
    return Reply.ok(
        "Transformation package metadata list retrieved successfully",
        call.page().of(found, Function.identity()));
  }

  private Reply details(Call call) {
    var id = call.param("packageId");
    return Reply.ok(
        "Transformation package metadata details retrieved successfully",
        Packages.all(call.account()).stream()
            .filter(each -> each.path("id").asText().equals(id))
            .findFirst()
            .orElseThrow(() ->
                ApiError.notFound(
                    "NotFound", "Transformation package with id '" + id + "' is not found")));
  }
}
