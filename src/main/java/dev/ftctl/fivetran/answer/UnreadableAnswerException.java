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

  /// Of an answer for which memory did not suffice. Asked again it would be no smaller.
  public static UnreadableAnswerException full() {
    long megabytes = Runtime.getRuntime().maxMemory() / (1024 * 1024);
    return new UnreadableAnswerException(
        "the answer needs more memory than ftctl has ("
            + megabytes
            + " MB; FTCTL_JAVA_OPTS=-Xmx4g gives it more)",
        false);
  }

  /// Whether the answer merely ended too early, so that asking again may help.
  public boolean isTorn() {
    return torn;
  }
}
