package dev.ftctl.fivetran.answer;

import java.io.IOException;

/// An answer of status 2xx that does not say what it must.
public final class UnreadableAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean torn;

  UnreadableAnswerException(String message, boolean torn) {
    super(message);
    this.torn = torn;
  }

  /// Whether the answer merely ended too early, so that asking again may help.
  public boolean isTorn() {
    return torn;
  }
}
