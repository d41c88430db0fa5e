package dev.ftctl.playground.endpoint;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.playground.data.Credentials;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.PracticeError;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/// `POST /auth/session_token/login`: name and password as JSON, for a token that ends.
final class SessionLogin implements Endpoint {

  private static final Pattern JSON_TYPE = Pattern.compile("application/(json|.+\\+json)");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Credentials.Login login;
  private final SessionTokens tokens;
  private final JsonStyle style;

  SessionLogin(Credentials.Login login, SessionTokens tokens, JsonStyle style) {
    this.login = login;
    this.tokens = tokens;
    this.style = style;
  }

  @Override
  public Answer answer(Asked asked) {
    JsonNode body = body(asked);
    JsonNode username = body.path("username");
    JsonNode password = body.path("password");
    if (isNothing(username) || isNothing(password)) {
      throw new PracticeError(400, "Username and password are required");
    }
    if (!is(username, login.username()) || !is(password, login.password())) {
      throw new PracticeError(401, "Invalid username or password");
    }
    String token = tokens.issue();
    return Answer.json(
        200,
        style.object(json -> {
          json.writeNumberField("expires_in", tokens.lifeSeconds());
          json.writeStringField("token", token);
        }));
  }

  private static JsonNode body(Asked asked) {
    String type = asked.contentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!JSON_TYPE.matcher(type).matches()) {
      throw PracticeError.page(
          415,
          "Did not attempt to load JSON data because the request Content-Type was not"
              + " &#39;application/json&#39;.");
    }
    try {
      JsonNode body = MAPPER.readTree(asked.body());
      if (!body.isMissingNode()) {
        return body;
      }
    } catch (IOException malformed) {
      // Answered as an empty body is.
    }
    throw PracticeError.page(
        400, "The browser (or proxy) sent a request that this server could not understand.");
  }

  /// What the original's language takes for false.
  private static boolean isNothing(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> value.asText().isEmpty();
      case BOOLEAN -> !value.asBoolean();
      case NUMBER -> value.decimalValue().signum() == 0;
      case ARRAY, OBJECT -> value.isEmpty();
      case MISSING, NULL, BINARY, POJO -> true;
    };
  }

  private static boolean is(JsonNode value, String expected) {
    return value.isTextual() && value.asText().equals(expected);
  }
}
