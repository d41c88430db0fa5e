package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.answer.Attempt;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.ApiFailure;
import feign.Request;

/// One request and how it ended, for logs: neither bodies nor headers, and no secret.
///
/// @param url whole, with its query
/// @param status 0 when no complete answer came
/// @param code Fivetran's `code`; may be empty
/// @param message of a failure; empty for none
/// @param attempt from one
/// @param isSuccess whether it was done
/// @param mayBeRepeated whether a failure is one that a later attempt may mend
public record RequestEnd(
    String method,
    String url,
    int status,
    String code,
    String message,
    long millis,
    int attempt,
    boolean isSuccess,
    boolean mayBeRepeated) {

  /// Every success has it, whatever the operation.
  private static final String SUCCESS = "Success";

  static RequestEnd of(
      Request request, Attempt attempt, long millis, int number, Redaction redaction) {
    String method = request.httpMethod().name();
    String url = redaction.mask(request.url());
    return switch (attempt) {
      case Attempt.Answered answered ->
          new RequestEnd(method, url, answered.status(), SUCCESS, "", millis, number, true, false);
      case Attempt.Failed failed -> {
        ApiFailure failure = failed.failure();
        yield new RequestEnd(
            method,
            url,
            failure.status(),
            redaction.mask(failure.code()),
            redaction.mask(failure.message() + failure.details().suffix()),
            millis,
            number,
            false,
            failed.mayBeRepeated());
      }
    };
  }

  /// What came back: `200`, or `no answer`.
  public String answer() {
    return status == 0 ? "no answer" : Integer.toString(status);
  }

  /// `GET /v1/groups?limit=1000 → 200 in 31 ms (attempt 1)`.
  public String shortly() {
    String path = url.replaceFirst("^[a-z]+://[^/]*", "");
    String why = code.isEmpty() ? message : code;
    String line =
        method + " " + path + " → " + answer() + " in " + millis + " ms (attempt " + attempt + ")";
    return isSuccess ? line : line + ": " + why;
  }
}
