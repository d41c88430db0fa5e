package dev.ftctl.fivetran.http;

/// A command that is not meant to write was about to. Nothing was sent; that it came so far is a
/// defect of ftctl.
public final class WriteRefusedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public WriteRefusedException(String method, String path) {
    super(method + " " + path + " was refused: this command must not write");
  }
}
