package dev.ftctl.model.problem;

/// A secret was to be sent, and its source does not have it: the variable is not set, the file is
/// not there. Nothing was sent.
public final class MissingSecretException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;

  /// @param name what [SecretSource#name] says, never the text
  public MissingSecretException(String name) {
    super("the secret " + name + " is not set");
    this.name = name;
  }

  public String name() {
    return name;
  }
}
