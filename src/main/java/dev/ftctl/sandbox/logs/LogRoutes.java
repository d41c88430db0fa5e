package dev.ftctl.sandbox.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Existing;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import java.util.Map;

/// `/external-logging` and `/external-logging/account`. A group has at most one log service, of the
/// group's id; the account has at most one besides, of the account's id.
///
/// What the sources say: fivetran-quirks 2.11.
public final class LogRoutes implements Routes {
  private static final String GROUPS = AccountData.LOG_SERVICES;
  private static final String ACCOUNT = AccountData.ACCOUNT_LOG_SERVICES;

  @Override
  public void addTo(RouteTable table) {
    table.get("/external-logging", this::list);
    table.post("/external-logging", this::create);
    table.get("/external-logging/{logId}", this::details);
    table.patch("/external-logging/{logId}", this::change);
    table.delete("/external-logging/{logId}", this::delete);
    table.post("/external-logging/{logId}/test", this::test);
    table.get("/external-logging/account", this::accountDetails);
    table.post("/external-logging/account", this::createForAccount);
    table.patch("/external-logging/account", this::changeForAccount);
    table.delete("/external-logging/account", this::deleteForAccount);
    table.post("/external-logging/account/test", this::testForAccount);
  }

  private Reply list(Call call) {
    var logs = call.account().entries(GROUPS).entrySet().stream().map(Map.Entry::copyOf).toList();
    return Reply.ok(
        "External logging services retrieved successfully",
        call.page().of(logs, log -> ExternalLog.item(log.getKey(), log.getValue())));
  }

  private Reply create(Call call) {
    var group = call.required("group_id");
    Existing.group(call.account(), group);
    return Reply.created(
        "External logging service has been added", ExternalLog.created(call, GROUPS, group).keep());
  }

  private Reply details(Call call) {
    return Reply.ok(
        "External logging service details retrieved successfully", ofGroup(call).node());
  }

  private Reply change(Call call) {
    return Reply.ok("External logging service has been updated", changed(ofGroup(call)));
  }

  private Reply delete(Call call) {
    ofGroup(call);
    var id = call.param("logId");
    call.account().remove(GROUPS, id);
    return Reply.done("External logging service with id '" + id + "' has been deleted");
  }

  private Reply test(Call call) {
    return tested(ofGroup(call), "Setup tests have been completed");
  }

  private Reply accountDetails(Call call) {
    return Reply.ok(
        "Account external logging service details retrieved successfully", ofAccount(call).node());
  }

  private Reply createForAccount(Call call) {
    return Reply.created(
        "Account external logging service has been added",
        ExternalLog.created(call, ACCOUNT, accountId(call)).keep());
  }

  private Reply changeForAccount(Call call) {
    return Reply.ok("Account external logging service has been updated", changed(ofAccount(call)));
  }

  private Reply deleteForAccount(Call call) {
    ofAccount(call);
    call.account().remove(ACCOUNT, accountId(call));
    return Reply.done("Account external logging service has been deleted");
  }

  private Reply testForAccount(Call call) {
    return tested(
        ofAccount(call), "Account external logging service setup tests have been completed");
  }

  private static ExternalLog ofGroup(Call call) {
    return ExternalLog.existing(call, GROUPS, call.param("logId"));
  }

  private static ExternalLog ofAccount(Call call) {
    return ExternalLog.existing(call, ACCOUNT, accountId(call));
  }

  private static String accountId(Call call) {
    return call.account().info().path("account_id").asText();
  }

  private static ObjectNode changed(ExternalLog log) {
    log.change();
    return log.keep();
  }

  private static Reply tested(ExternalLog log, String message) {
    var tests = log.test();
    log.keep();
    return Reply.ok(message, JsonNodeFactory.instance.objectNode().set("setup_tests", tests));
  }
}
