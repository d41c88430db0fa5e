package dev.ftctl.manifest.input;

/// A path, selector or target of the command line matches nothing; the message names the nearest
/// that does.
public final class UnknownPathException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownPathException(String message) {
    super(message);
  }
}
