package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Credentials;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.PaddedBase64;
import dev.ftctl.playground.http.PracticeError;

/// `/auth/http_basic`, `/auth/http_bearer`, `/auth/api_key`: a scheme and what it wants, in the
/// header `Authorization`. The scheme's letters count as they are.
final class HeaderAuth implements Endpoint {

  private final String expected;
  private final ProtectedData data;

  private HeaderAuth(String scheme, String rest, ProtectedData data) {
    expected = scheme + " " + rest;
    this.data = data;
  }

  static HeaderAuth basic(Credentials.Login login, ProtectedData data) {
    String pair = login.username() + ":" + login.password();
    return new HeaderAuth("Basic", PaddedBase64.encode(pair), data);
  }

  static HeaderAuth bearer(String token, ProtectedData data) {
    return new HeaderAuth("Bearer", token, data);
  }

  static HeaderAuth apiKey(String key, ProtectedData data) {
    return new HeaderAuth("apiKey", key, data);
  }

  @Override
  public Answer answer(Asked asked) {
    if (asked.authorization().isEmpty()) {
      throw PracticeError.page(401, "Authorization header is missing");
    }
    if (!asked.authorization().equals(expected)) {
      throw PracticeError.page(401, "Invalid API key or format");
    }
    return data.answer();
  }
}
