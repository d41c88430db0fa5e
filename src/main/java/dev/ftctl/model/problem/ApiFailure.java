package dev.ftctl.model.problem;

import java.io.Serializable;

/// What went wrong with one call.
///
/// @param status the HTTP status; 0 when no complete answer came (refused, reset, timed out, torn)
/// @param code Fivetran's `code`, such as `NotFound_Connection`; empty when the answer had none
/// @param message Fivetran's `message`, or what the transport said; never a secret
/// @param isAmbiguous whether the call may have been carried out although no answer tells so (a
///   write that ended in 5xx, a reset, a time-out, a torn body)
/// @param isForeign whether something else than Fivetran's API answered: a page, a redirect
/// @param details what messages say beside it
public record ApiFailure(
    String method,
    String path,
    int status,
    String code,
    String message,
    boolean isAmbiguous,
    boolean isForeign,
    CallDetails details)
    implements Serializable {

  private static final String WITHHELD = "Withheld";

  /// Of Fivetran's own answer, or of none.
  public ApiFailure(
      String method, String path, int status, String code, String message, boolean isAmbiguous) {
    this(method, path, status, code, message, isAmbiguous, false, CallDetails.NONE);
  }

  /// Of a call that was not sent, since somebody forbade it.
  public static ApiFailure withheld(String method, String path, String why) {
    return new ApiFailure(method, path, 0, WITHHELD, why, false);
  }

  public boolean isWithheld() {
    return status == 0 && code.equals(WITHHELD);
  }

  /// The same, answered by something else than Fivetran's API.
  public ApiFailure saidByAnother(String words) {
    return new ApiFailure(method, path, status, code, words, isAmbiguous, true, details);
  }

  public ApiFailure with(CallDetails found) {
    return new ApiFailure(method, path, status, code, message, isAmbiguous, isForeign, found);
  }

  /// Whether Fivetran says that it has no such thing; a page of somebody else's says nothing.
  public boolean isNotFound() {
    return status == 404 && !isForeign;
  }

  public boolean isDenied() {
    return (status == 401 || status == 403) && !isForeign;
  }

  /// Whether the API could not be reached or had no quota left, so that a later try may do.
  public boolean isAway() {
    return isForeign || status == 0 && !isWithheld() || status == 429 || status >= 500;
  }

  /// The same with the number of the call, where all stands in one line.
  @Override
  public String toString() {
    return what() + details.suffix();
  }

  /// The call, and what was said of it.
  public String what() {
    if (isWithheld()) {
      return method + " " + path + " was not sent: " + message;
    }
    String answer = status == 0 ? "no answer" : Integer.toString(status);
    return method
        + " "
        + path
        + " → "
        + answer
        + (code.isEmpty() ? "" : " " + code)
        + (message.isEmpty() ? "" : ": " + message);
  }
}
