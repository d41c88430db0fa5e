package dev.ftctl.model.problem;

/// The remote refused, or was away.
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ApiFailure failure;

  public ApiException(ApiFailure failure) {
    super(failure.toString());
    this.failure = failure;
  }

  public ApiFailure failure() {
    return failure;
  }
}
