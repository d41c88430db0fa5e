package dev.ftctl.model;

/// A run does not go on, for a reason that is neither in the manifests nor in an answer of the API.
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal reason;
  private final String next;

  /// @param message what is wrong
  /// @param next what to do about it, may be empty
  public RefusedException(Refusal reason, String message, String next) {
    super(message);
    this.reason = reason;
    this.next = next;
  }

  public Refusal reason() {
    return reason;
  }

  public String next() {
    return next;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
