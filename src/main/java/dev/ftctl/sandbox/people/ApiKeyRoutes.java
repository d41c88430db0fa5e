package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.config.Asker;
import dev.ftctl.sandbox.config.Keys;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.http.Reply;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Fingerprints;
import dev.ftctl.sandbox.store.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `/users/{id}/api-keys`, which the API document lacks: the one key that a service account may
/// have. Reading and rotating are documented elsewhere; that POST makes and DELETE ends it is known
/// by their names alone. The secret is told when it is made or rotated.
public final class ApiKeyRoutes implements Routes {
  static final String COLLECTION = "user_api_keys";
  private static final String PATH = "/users/{userId}/api-keys";
  private static final int LONGEST_DAYS = 365;
  private static final int LONGEST_OVERLAP_DAYS = 30;

  @Override
  public void addTo(RouteTable table) {
    table.get(PATH, this::show);
    table.post(PATH, this::create);
    table.delete(PATH, this::delete);
    table.post(PATH + "/rotate", this::rotate);
  }

  private Reply show(Call call) {
    return Reply.ok("User API key has been retrieved", shown(call, existing(call)));
  }

  private Reply create(Call call) {
    var user = serviceAccount(call);
    if (call.account().find(COLLECTION, user).isPresent()) {
      throw ApiError.conflict("User with id '" + user + "' already has an API key");
    }
    var key = JsonNodeFactory.instance.objectNode();
    key.put("created_at", call.account().now());
    return Reply.created("User API key has been created", withSecret(call, user, key));
  }

  private Reply delete(Call call) {
    existing(call);
    call.account().remove(COLLECTION, call.param("userId"));
    return Reply.done("User API key has been deleted");
  }

  /// The old secret goes on for `overlap_days`. A service account rotates none.
  private Reply rotate(Call call) {
    if (UserTypes.asks(call.account())) {
      throw ApiError.forbidden("A service account cannot rotate an API key");
    }
    var key = existing(call);
    var overlap = days(call, "overlap_days", 0, LONGEST_OVERLAP_DAYS, 0);
    key.remove("overlap_expires_at");
    if (overlap > 0) {
      key.put("overlap_expires_at", in(call.account(), overlap));
    }
    key.put("last_rotated_at", call.account().now());
    return Reply.ok("User API key has been rotated", withSecret(call, call.param("userId"), key));
  }

  /// Keeps the key with new values, and tells them.
  private static ObjectNode withSecret(Call call, String user, ObjectNode key) {
    var account = call.account();
    var lasts = days(call, "expiration_period_days", 1, LONGEST_DAYS, LONGEST_DAYS);
    var secret = Keys.secret(account);
    key.put("key_value", Keys.secret(account)).put("expires_at", in(account, lasts));
    key.put("_secret", Fingerprints.fingerprint(secret));
    account.put(COLLECTION, user, key);
    return shown(call, key).put("secret", secret);
  }

  private static int days(Call call, String field, int least, int most, int otherwise) {
    var text = call.text(field).orElse(Integer.toString(otherwise));
    var days = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    if (days < least || days > most) {
      throw ApiError.invalid("Field '" + field + "' must be between " + least + " and " + most);
    }
    return days;
  }

  private static String in(AccountData account, int days) {
    return AccountData.timestamp(account.instant().plus(Duration.ofDays(days)));
  }

  private static ObjectNode existing(Call call) {
    var user = serviceAccount(call);
    return call.account()
        .find(COLLECTION, user)
        .map(ObjectNode::deepCopy)
        .orElseThrow(
            () -> ApiError.notFound("NotFound", "User with id '" + user + "' has no API key"));
  }

  private static String serviceAccount(Call call) {
    new Asker(call.account()).mustAdminister();
    var user = UserRoutes.get(call.account(), call.param("userId"));
    if (!UserTypes.isServiceAccount(user)) {
      throw ApiError.invalid("User with id '" + call.param("userId") + "' is no service account");
    }
    return call.param("userId");
  }

  private static ObjectNode shown(Call call, ObjectNode key) {
    var account = call.account();
    var answer = JsonNodeFactory.instance.objectNode();
    answer.put("user_id", call.param("userId")).put("user_type", UserTypes.SERVICE_ACCOUNT);
    answer.setAll(key.deepCopy());
    var overlaps = isAhead(account, Nodes.text(key, "overlap_expires_at"));
    answer.put(
        "key_status",
        !isAhead(account, Nodes.text(key, "expires_at"))
            ? "EXPIRED"
            : overlaps ? "ACTIVE_GRACE" : "ACTIVE");
    answer.remove(overlaps ? List.of("_secret") : List.of("_secret", "overlap_expires_at"));
    return answer;
  }

  private static boolean isAhead(AccountData account, Optional<String> time) {
    return time.map(Instant::parse).filter(account.instant()::isBefore).isPresent();
  }
}
