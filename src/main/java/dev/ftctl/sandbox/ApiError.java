package dev.ftctl.sandbox;

/// A refusal in Fivetran's words: status, code and message of the envelope.
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String text;

  ApiError(int status, String code, String text) {
    super(status + " " + code + ": " + text, null, false, false);
    this.status = status;
    this.code = code;
    this.text = text;
  }

  static ApiError invalid(String text) {
    return new ApiError(400, "InvalidInput", text);
  }

  static ApiError badRequest(String text) {
    return new ApiError(400, "BadRequest", text);
  }

  static ApiError forbidden(String text) {
    return new ApiError(403, "Forbidden", text);
  }

  static ApiError notFound(String code, String text) {
    return new ApiError(404, code, text);
  }

  static ApiError notAllowed(String text) {
    return new ApiError(405, "MethodNotAllowed", text);
  }

  static ApiError conflict(String text) {
    return new ApiError(409, "Conflict", text);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String text() {
    return text;
  }
}
