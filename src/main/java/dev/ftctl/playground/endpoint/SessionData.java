package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.PracticeError;

/// `/auth/session_token/data`: the records for who has logged in. `Token` may stand before the
/// token.
final class SessionData implements Endpoint {

  private static final String PREFIX = "Token ";

  private final SessionTokens tokens;
  private final ProtectedData data;

  SessionData(SessionTokens tokens, ProtectedData data) {
    this.tokens = tokens;
    this.data = data;
  }

  @Override
  public Answer answer(Asked asked) {
    String given = asked.authorization();
    if (given.isEmpty()) {
      throw new PracticeError(400, "Token is missing");
    }
    tokens.check(given.startsWith(PREFIX) ? given.substring(PREFIX.length()) : given);
    return data.answer();
  }
}
