package dev.ftctl.sandbox.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import dev.ftctl.sandbox.store.AccountData;
import java.util.List;

/// What a user is: a person, who is invited, or a service account, which has no e-mail unless it is
/// given one, and may have an API key.
final class UserTypes {
  static final String SERVICE_ACCOUNT = "SERVICE_ACCOUNT";
  private static final String PERSON = "REGULAR_USER";
  private static final String FIELD = "user_type";

  private UserTypes() {}

  static boolean isServiceAccount(ObjectNode user) {
    return user.path(FIELD).asText().equals(SERVICE_ACCOUNT);
  }

  /// Whether a request makes a service account; those can't make one themselves.
  static boolean isAsked(Call call) {
    var type = call.text(FIELD).orElse(PERSON);
    if (!List.of(PERSON, SERVICE_ACCOUNT).contains(type)) {
      throw ApiError.invalid("Invalid value '" + type + "' for field 'user_type'");
    }
    if (type.equals(SERVICE_ACCOUNT) && asks(call.account())) {
      throw ApiError.forbidden("A service account cannot create another service account");
    }
    return type.equals(SERVICE_ACCOUNT);
  }

  /// Whether the key that asks is a service account's.
  static boolean asks(AccountData account) {
    return account
        .userId()
        .flatMap(id -> account.find(AccountData.USERS, id))
        .filter(UserTypes::isServiceAccount)
        .isPresent();
  }

  static void mustStay(Call call, ObjectNode user) {
    if (call.body().hasNonNull(FIELD)
        && !call.text(FIELD).orElse("").equals(user.path(FIELD).asText(PERSON))) {
      throw ApiError.invalid("Field 'user_type' cannot be modified");
    }
  }

  /// With its type, and whether it has a key.
  static ObjectNode shown(AccountData account, ObjectNode user) {
    var shown = user.deepCopy();
    if (!shown.has(FIELD)) {
      shown.put(FIELD, PERSON);
    }
    return shown.put("has_api_key", hasKey(account, user));
  }

  /// Those that `?user_type=` and `?has_api_key=` ask for.
  static boolean fits(Call call, ObjectNode user) {
    var type = call.query(FIELD).map(user.path(FIELD).asText(PERSON)::equals).orElse(true);
    var hasKey = Boolean.toString(hasKey(call.account(), user));
    return type && call.query("has_api_key").map(hasKey::equals).orElse(true);
  }

  /// The owner of the key that asks has one, too.
  private static boolean hasKey(AccountData account, ObjectNode user) {
    var id = user.path("id").asText();
    return account.find(ApiKeyRoutes.COLLECTION, id).isPresent()
        || account.userId().filter(id::equals).isPresent();
  }
}
