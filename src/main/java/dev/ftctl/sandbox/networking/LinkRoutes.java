package dev.ftctl.sandbox.networking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.config.Attachment;
import dev.ftctl.sandbox.config.StrictConfig;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Families;
import dev.ftctl.sandbox.store.QuotaGate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `/private-links`, which take their time: [LinkCourse].
///
/// What the sources say: fivetran-quirks 2.16.
public final class LinkRoutes implements Routes {
  private static final String FAMILY = "private-links";
  private static final String ALL = "/private-links";
  private static final String ONE = "/private-links/{privateLinkId}";

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
        "Private links retrieved successfully",
        call.page().of(all(call, true), Function.identity()));
  }

  private static List<ObjectNode> all(Call call, boolean looks) {
    var account = call.account();
    return List.copyOf(account.entries(Attachment.PRIVATE_LINK.collection()).keySet()).stream()
        .map(id -> new LinkCourse(account).found(id, looks).map(link -> shown(id, link)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Reply create(Call call) {
    var account = call.account();
    var name = call.required("name");
    var service = call.required("service");
    var facts = facts(call, service);
    var region = call.required("region");
    var cloud = service.substring(service.lastIndexOf('_') + 1);
    if (!Regions.havePrivateLinks(region) || !region.startsWith(cloud)) {
      throw ApiError.invalid(
          "Region '" + region + "' is not supported by service '" + service + "'");
    }
    var link = JsonNodeFactory.instance.objectNode();
    link.put("name", name).put("region", region).put("service", service);
    link.set("config", StrictConfig.created(facts, call.body().path("config")));
    mustBeFree(call, name);
    account.spend(QuotaGate.Quota.PRIVATE_LINKS_CREATED_PER_HOUR);
    link.put("id", account.newId()).put("cloud_provider", cloud);
    link.put("created_at", account.now()).put("created_by", account.actorId());
    new LinkCourse(account).begin(link, "CREATING");
    return Reply.created("Private link has been created", shown(link.path("id").asText(), link));
  }

  /// A name is taken as long as a link of it is being taken away.
  private static void mustBeFree(Call call, String name) {
    var unique = new Families(call.account()).haveUniqueNames(FAMILY, false);
    for (var other : all(call, false)) {
      var goes = other.path("state").asText().equals("DESTROYING");
      if (other.path("name").asText().equals(name) && (unique || goes)) {
        throw ApiError.conflict(
            "Private link with name '" + name + (goes ? "' is being deleted" : "' already exists"));
      }
    }
  }

  private Reply details(Call call) {
    var id = call.param("privateLinkId");
    return Reply.ok("Private link details retrieved successfully", shown(id, found(call, true)));
  }

  /// The whole config is sent anew; nothing else changes.
  private Reply change(Call call) {
    var link = found(call, false);
    mustBeSettled(link);
    var facts = facts(call, link.path("service").asText());
    link.set("config", StrictConfig.created(facts, call.body().path("config")));
    new LinkCourse(call.account()).begin(link, "UPDATING");
    return Reply.ok("Private link has been updated", shown(call.param("privateLinkId"), link));
  }

  private Reply delete(Call call) {
    var link = found(call, false);
    var id = call.param("privateLinkId");
    var account = call.account();
    if (!link.path("state").asText().equals("DESTROYING")) {
      if (new Families(account).deleteSettledAlone(FAMILY)) {
        mustBeSettled(link);
      }
      var connections = Attachment.PRIVATE_LINK.users(account, AccountData.CONNECTIONS, id).size();
      var destinations =
          Attachment.PRIVATE_LINK.users(account, AccountData.DESTINATIONS, id).size();
      if (connections + destinations > 0) {
        throw ApiError.conflict(
            "Private link with id '%s' is used by %d connection(s) and %d destination(s)"
                .formatted(id, connections, destinations));
      }
      new LinkCourse(account).begin(link, "DESTROYING");
    }
    return Reply.done("Private link with id '" + id + "' is marked for deletion");
  }

  private static void mustBeSettled(ObjectNode link) {
    if (LinkCourse.isUnsettled(link)) {
      throw new ApiError(
          409,
          "IllegalState",
          "Private link with id '"
              + link.path("id").asText()
              + "' is in state "
              + link.path("state").asText());
    }
  }

  /// As it is stored, with id and state at least; or 404.
  private static ObjectNode found(Call call, boolean looks) {
    var id = call.param("privateLinkId");
    var whole = Attachment.PRIVATE_LINK.get(call.account(), id);
    return new LinkCourse(call.account())
        .found(id, looks)
        .map(link -> whole.<ObjectNode>setAll(link))
        .orElseThrow(() -> Attachment.PRIVATE_LINK.missing(id));
  }

  private static ObjectNode shown(String id, ObjectNode link) {
    return Attachment.PRIVATE_LINK.whole(id, link);
  }

  private static ServiceFacts facts(Call call, String service) {
    return call.account()
        .catalog()
        .privateLink(service)
        .orElseThrow(() -> ApiError.invalid("Unsupported service '" + service + "'"));
  }
}
