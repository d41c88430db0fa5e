package dev.ftctl.manifest.policy;

/// An expression that is none: its syntax, a name or a type is wrong.
final class BrokenExpression extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /// @param line of the expression's text, counted from one
  /// @param column counted from zero
  BrokenExpression(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
