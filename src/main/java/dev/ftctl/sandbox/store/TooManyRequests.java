package dev.ftctl.sandbox.store;

/// A refusal by quota: 429 with `Retry-After`.
public final class TooManyRequests extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final long retryAfterSeconds;

  TooManyRequests(String text, long retryAfterSeconds) {
    super(text, null, false, false);
    this.text = text;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public String text() {
    return text;
  }

  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
