package dev.ftctl.sandbox.http;

/// A refusal in Fivetran's words: status, code and message of the envelope.
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String text;

  public ApiError(int status, String code, String text) {
    super(status + " " + code + ": " + text, null, false, false);
    this.status = status;
    this.code = code;
    this.text = text;
  }

  public static ApiError invalid(String text) {
    return new ApiError(400, "InvalidInput", text);
  }

  public static ApiError badRequest(String text) {
    return new ApiError(400, "BadRequest", text);
  }

  public static ApiError forbidden(String text) {
    return new ApiError(403, "Forbidden", text);
  }

  public static ApiError notFound(String code, String text) {
    return new ApiError(404, code, text);
  }

  public static ApiError notAllowed(String text) {
    return new ApiError(405, "MethodNotAllowed", text);
  }

  public static ApiError conflict(String text) {
    return new ApiError(409, "Conflict", text);
  }

  /// The API has that operation, the simulator doesn't.
  static ApiError notSimulated(String operation) {
    return new ApiError(
        501,
        "NotSimulated",
        operation + " is an operation of the Fivetran API that this simulator doesn't have");
  }

  public int status() {
    return status;
  }

  String code() {
    return code;
  }

  public String text() {
    return text;
  }
}
