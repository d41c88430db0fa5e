package dev.ftctl.operate.state;

/// Ends the steps of one connection.
final class Halt extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  Halt(Trouble trouble) {
    super(trouble.toString(), null, false, false);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
