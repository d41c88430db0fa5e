package dev.ftctl.cli;

/// A command does not go on, for a reason that is neither in the manifests nor in an answer of the
/// API.
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final String next;

  /// @param message what is wrong
  /// @param next what to do about it, may be empty
  public RefusedException(ExitCode code, String message, String next) {
    super(message);
    this.code = code;
    this.next = next;
  }

  public ExitCode code() {
    return code;
  }

  public String next() {
    return next;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
