package dev.ftctl.playground.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A request that is answered by an error.
public final class PracticeError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Map<Integer, String> REASONS =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          404, "Not Found",
          405, "Method Not Allowed",
          415, "Unsupported Media Type");

  private final int status;
  private final boolean isPage;
  private final String allowed;

  private PracticeError(int status, String text, boolean isPage, String allowed) {
    super(text, null, false, false);
    this.status = status;
    this.isPage = isPage;
    this.allowed = allowed;
  }

  /// `{"error": text}`.
  public PracticeError(int status, String text) {
    this(status, text, false, "");
  }

  /// An HTML page, as the server below the original answers.
  public static PracticeError page(int status, String text) {
    return new PracticeError(status, text, true, "");
  }

  /// @param allowed verbs, as the header `Allow` has them
  static PracticeError wrongVerb(String allowed) {
    var text = "The method is not allowed for the requested URL.";
    return new PracticeError(405, text, true, allowed);
  }

  public static PracticeError nowhere() {
    return page(
        404,
        "The requested URL was not found on the server. If you entered the URL manually please"
            + " check your spelling and try again.");
  }

  /// @param style of errors that are JSON
  public Answer answer(JsonStyle style) {
    var text = String.valueOf(getMessage());
    if (!isPage) {
      return Answer.json(status, style.object(json -> json.writeStringField("error", text)));
    }
    var reason = REASONS.getOrDefault(status, "");
    var page =
        """
        <!doctype html>
        <html lang=en>
        <title>%d %s</title>
        <h1>%s</h1>
        <p>%s</p>
        """
            .formatted(status, reason, reason, text)
            .getBytes(StandardCharsets.UTF_8);
    var answer = Answer.html(status, page);
    return allowed.isEmpty() ? answer : answer.with(Map.of("Allow", allowed));
  }
}
