package dev.ftctl.cli.process;

/// What a run comes to, in a line, for whoever runs several. The command fills it on the way. Safe
/// for use by many threads.
public final class Summary {

  private volatile String account = "";
  private volatile String line = "";
  private volatile boolean hasChanges;
  private volatile boolean hasWrites;

  /// Whose account it is: its name, or its id where it has none.
  public void of(String itsAccount) {
    account = itsAccount;
  }

  /// What it comes to, as its result closes.
  public void closes(String closing) {
    line = closing;
  }

  /// Whether something in the account is not as it is to be.
  public void differs(boolean itDoes) {
    hasChanges = itDoes;
  }

  /// A write reached the account, or may have.
  public void wrote() {
    hasWrites = true;
  }

  /// Empty where the run ended before it knew.
  public String account() {
    return account;
  }

  /// Empty where the run ended without a result.
  public String line() {
    return line;
  }

  public boolean hasChanges() {
    return hasChanges;
  }

  public boolean hasWrites() {
    return hasWrites;
  }
}
