package dev.ftctl.sandbox.config;

import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.store.AccountData;

/// Whose key a request comes with.
public record Asker(AccountData account) {
  private static final String ADMINISTRATOR = "Account Administrator";

  /// Whether that is a user who administers the account; a system key is nobody.
  public boolean administers() {
    return account
        .userId()
        .flatMap(user -> account.find(AccountData.USERS, user))
        .filter(user -> user.path("role").asText().equals(ADMINISTRATOR))
        .isPresent();
  }

  public void mustAdminister() {
    if (!administers()) {
      throw ApiError.forbidden("Access denied. Required role: " + ADMINISTRATOR);
    }
  }
}
