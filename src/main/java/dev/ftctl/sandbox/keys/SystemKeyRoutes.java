package dev.ftctl.sandbox.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Asker;
import dev.ftctl.sandbox.config.Keys;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Handler;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Families;
import dev.ftctl.sandbox.store.Fingerprints;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// `/system-keys`, for users who administer the account alone. A secret is told when a key is made
/// or rotated; seeds of the collection `system_keys` say what matters.
///
/// What the sources say: fivetran-quirks 2.19.
public final class SystemKeyRoutes implements Routes {
  private static final String COLLECTION = "system_keys";
  private static final String ALL = "/system-keys";
  private static final String ONE = "/system-keys/{keyId}";

  @Override
  public void addTo(RouteTable table) {
    table.get(ALL, guarded(this::list));
    table.post(ALL, guarded(this::create));
    table.get(ONE, guarded(this::details));
    table.patch(ONE, guarded(this::change));
    table.delete(ONE, guarded(this::delete));
    table.post(ONE + "/rotate", guarded(this::rotate));
  }

  private static Handler guarded(Handler handler) {
    return call -> {
      new Asker(call.account()).mustAdminister();
      return handler.handle(call);
    };
  }

  private Reply list(Call call) {
    var keys = List.copyOf(call.account().entries(COLLECTION).keySet());
    return Reply.ok(
        "System keys retrieved successfully",
        call.page().of(keys, id -> shown(existing(call.account(), id))));
  }

  private Reply create(Call call) {
    var account = call.account();
    var name = call.required("name");
    var expires = expiry(call);
    var permissions = Permissions.checked(account, call.body().path("permissions"));
    mustBeFree(account, name, "");
    var key = JsonNodeFactory.instance.objectNode();
    key.put("id", account.newId()).put("name", name).put("key", Keys.secret(account));
    key.set("permissions", permissions);
    key.put("created_at", account.now()).put("updated_at", account.now());
    key.put("expired_at", expires.orElse(null)).putNull("last_used_at");
    return Reply.created("System key has been created", withSecret(account, key));
  }

  private Reply details(Call call) {
    return Reply.ok("System key details retrieved successfully", shown(existing(call)));
  }

  private Reply change(Call call) {
    var account = call.account();
    var key = existing(call);
    if (call.body().has("name")) {
      var name = call.required("name");
      mustBeFree(account, name, key.path("id").asText());
      key.put("name", name);
    }
    if (call.body().has("permissions")) {
      key.set("permissions", Permissions.checked(account, call.body().path("permissions")));
    }
    key.put("updated_at", account.now());
    account.put(COLLECTION, call.param("keyId"), key);
    return Reply.ok("System key has been updated", shown(key));
  }

  private Reply delete(Call call) {
    var id = existing(call).path("id").asText();
    call.account().remove(COLLECTION, id);
    return Reply.done("System key with id '" + id + "' has been deleted");
  }

  private Reply rotate(Call call) {
    var account = call.account();
    var key = existing(call);
    key.put("expired_at", expiry(call).orElse(null)).put("updated_at", account.now());
    return Reply.ok(
        "System key with id '" + call.param("keyId") + "' has been rotated",
        withSecret(account, key));
  }

  /// Keeps the key with a new secret, and tells it.
  private static ObjectNode withSecret(AccountData account, ObjectNode key) {
    var secret = Keys.secret(account);
    key.put("_secret", Fingerprints.fingerprint(secret));
    account.put(COLLECTION, key.path("id").asText(), key);
    return shown(key).put("secret", secret);
  }

  private static void mustBeFree(AccountData account, String name, String id) {
    if (new Families(account).haveUniqueNames("system-keys", false)
        && account.entries(COLLECTION).entrySet().stream()
            .anyMatch(each ->
                !each.getKey().equals(id) && each.getValue().path("name").asText().equals(name))) {
      throw ApiError.conflict("System key with name '" + name + "' already exists");
    }
  }

  /// When a key ends whose life begins now; empty for never.
  private static Optional<String> expiry(Call call) {
    var now = ZonedDateTime.ofInstant(call.account().instant(), ZoneOffset.UTC);
    var period = call.text("expiration_period").orElse("INFINITE");
    var end =
        switch (period) {
          case "ONE_WEEK" -> Optional.of(now.plusWeeks(1));
          case "ONE_MONTH" -> Optional.of(now.plusMonths(1));
          case "THREE_MONTHS" -> Optional.of(now.plusMonths(3));
          case "SIX_MONTHS" -> Optional.of(now.plusMonths(6));
          case "INFINITE" -> Optional.<ZonedDateTime>empty();
          default ->
              throw ApiError.invalid(
                  "Invalid value '" + period + "' for field 'expiration_period'");
        };
    return end.map(ZonedDateTime::toInstant).map(AccountData::timestamp);
  }

  private static ObjectNode existing(Call call) {
    return existing(call.account(), call.param("keyId"));
  }

  /// A copy with its defaults, or 404.
  private static ObjectNode existing(AccountData account, String id) {
    var stored =
        account
            .find(COLLECTION, id)
            .orElseThrow(() ->
                ApiError.notFound("NotFound", "System key with id '" + id + "' does not exist."));
    var key = JsonNodeFactory.instance.objectNode();
    key.put("id", id).put("name", id).put("key", "key_" + id);
    key.putArray("permissions");
    key.put("created_at", "2026-01-05T08:00:00.000000Z");
    key.putNull("expired_at").putNull("last_used_at");
    return key.setAll(stored.deepCopy());
  }

  private static ObjectNode shown(ObjectNode key) {
    return key.deepCopy().remove(List.of("_secret"));
  }
}
